import type { Obj } from '../cty/value';
import { validateConfig } from '../engine/validate';
import { CAPABILITIES, functionMessages, schemaBytes } from '../schema/message';
import { shapeOf } from '../schema/shape';
import type { CallName } from '../wire/messages';
import { wireDiagnostics } from '../wire/types';
import { applyCall } from './apply-call';
import { dataType, NO_SESSION, readObj, resourceType, type Context, type Session } from './context';
import { functionCall } from './functions';
import { never } from './line';
import type { Call } from './log';
import { planCall } from './plan-call';
import type * as requests from './requests';
import { sessionOf } from './session';
import { importCall, readCall, readDataCall, upgradeCall } from './state-calls';
import { mentionedIds } from '../cloud/mentions';

/** A simulated provider: every call of the protocol, without the transport. */
export class Provider {
  private readonly sessions = new Map<string, Session>();
  private made: Buffer | undefined;

  constructor(
    private readonly context: Context,
    private readonly log: (call: Call) => void,
  ) {}

  /** The schema as it is sent; made once, by the first who needs it. */
  get schema(): Buffer {
    return (this.made ??= schemaBytes(this.context.source.schema));
  }

  /** Answers a call; the answer is a message, or its bytes. */
  async answer(call: CallName, request: object, peer: string): Promise<object | Buffer> {
    const start = performance.now();
    let extra: Partial<Call> = {};
    const note = (more: Partial<Call>): void => void (extra = more);
    try {
      const response = await this.dispatch(call, request, peer, note);
      const errors = errorsIn(response);
      this.write(call, request, start, { ...extra, ...(errors.length > 0 ? { errors } : {}) });
      return this.context.line.isCut ? await never() : response;
    } catch (error) {
      this.write(call, request, start, { errors: [String(error)] });
      throw error;
    }
  }

  private write(call: CallName, request: object, start: number, extra: Partial<Call>): void {
    const type = (request as { typeName?: string }).typeName;
    const milliseconds = Math.round((performance.now() - start) * 100) / 100;
    this.log({
      at: Date.now(),
      provider: this.context.source.address,
      call,
      ...(type ? { type } : {}),
      milliseconds,
      ...extra,
    });
  }

  private async dispatch(
    call: CallName,
    request: object,
    peer: string,
    note: (more: Partial<Call>) => void,
  ): Promise<object | Buffer> {
    const { context } = this;
    const session = this.sessions.get(peer) ?? NO_SESSION;
    switch (call) {
      case 'GetProviderSchema':
        return this.schema;
      case 'GetMetadata':
        return this.metadata();
      case 'GetFunctions':
        return { functions: functionMessages(context.source.schema) };
      case 'CallFunction':
        return functionCall(request as requests.CallRequest);
      case 'ValidateProviderConfig': {
        const shape = shapeOf(context.source.schema.provider?.block ?? {});
        return { diagnostics: wireDiagnostics(validateConfig(shape, undefined, configOf(request))) };
      }
      case 'ConfigureProvider':
        context.stopping.now = false;
        this.sessions.set(peer, sessionOf(context.source.address, configOf(request)));
        return {};
      case 'ValidateResourceConfig': {
        const type = resourceType(context, (request as requests.ValidateRequest).typeName);
        return { diagnostics: wireDiagnostics(validateConfig(type.shape, type.facts, configOf(request))) };
      }
      case 'ValidateDataResourceConfig': {
        const type = dataType(context, (request as requests.ValidateRequest).typeName);
        return { diagnostics: wireDiagnostics(validateConfig(type.shape, type.facts, configOf(request))) };
      }
      case 'UpgradeResourceState':
        return upgradeCall(context, request as requests.UpgradeRequest);
      case 'ReadResource':
        return readCall(context, session, request as requests.ReadRequest);
      case 'PlanResourceChange':
        return planCall(context, session, request as requests.PlanRequest);
      case 'ApplyResourceChange': {
        const applied = await applyCall(context, session, request as requests.ApplyRequest);
        const uses =
          applied.action === 'create' && applied.values
            ? mentionedIds(context.cloud, applied.id!, applied.values, session.cluster)
            : [];
        const { action, id, fingerprint } = applied;
        const cut = context.line.isCut;
        const lost = applied.lost || (cut && id !== undefined);
        note({
          action,
          id,
          uses,
          ...(session.cluster ? { cluster: session.cluster } : {}),
          ...(fingerprint ? { fingerprint } : {}),
          ...(lost ? { lost } : {}),
        });
        return applied.response;
      }
      case 'ImportResourceState':
        return importCall(context, request as requests.ImportRequest);
      case 'MoveResourceState':
        return {
          diagnostics: wireDiagnostics([
            { severity: 'error', summary: 'Move not supported', detail: 'the rehearsal moves no state between types' },
          ]),
        };
      case 'ReadDataSource':
        return readDataCall(context, session, request as requests.ReadDataRequest);
      case 'StopProvider':
        context.stopping.now = true;
        return { error: '' };
    }
  }

  private metadata(): object {
    const names = (of: object | undefined): object[] => Object.keys(of ?? {}).map((typeName) => ({ typeName }));
    const { schema } = this.context.source;
    return {
      capabilities: CAPABILITIES,
      resources: names(schema.resource_schemas),
      dataSources: names(schema.data_source_schemas),
      functions: Object.keys(schema.functions ?? {}).map((name) => ({ name })),
    };
  }
}

const configOf = (request: object): Obj => readObj((request as requests.ConfigureRequest).config) ?? {};

const errorsIn = (response: object | Buffer): string[] =>
  ((response as { diagnostics?: { severity: number; detail: string }[] }).diagnostics ?? [])
    .filter(({ severity }) => severity === 1)
    .map(({ detail }) => detail);
