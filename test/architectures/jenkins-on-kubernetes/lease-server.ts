import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Lease {
  version: number;
  holder: string;
}

/** Leases as the API server of Kubernetes keeps them: a write names the version that it has seen, or is refused. */
export class LeaseServer {
  /** Who held the Lease, in turn; empty when it was given back. */
  readonly holders: string[] = [];
  private lease?: Lease;
  private readonly cut = new Set<string>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get holder(): string {
    return this.lease?.holder ?? '';
  }

  /** Has somebody hear nothing any more. */
  cutOff(token: string): void {
    this.cut.add(token);
  }

  /** Somebody else holds it, who is known by name only. */
  heldBy(holder: string): void {
    this.write(holder);
  }

  private write(holder: string): void {
    this.lease = { version: (this.lease?.version ?? 0) + 1, holder };
    if (this.holders.at(-1) !== holder) {
      this.holders.push(holder);
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (this.cut.has(token)) {
      response.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const status = this.take(request.method!, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status < 300 ? this.written() : JSON.stringify({ kind: 'Status', code: status }));
  }

  private take(method: string, text: string): number {
    if (method === 'GET') {
      return this.lease ? 200 : 404;
    }
    const { metadata, spec } = JSON.parse(text) as {
      metadata: { resourceVersion?: string };
      spec: { holderIdentity: string };
    };
    const seen = metadata.resourceVersion ?? '';
    if (method === 'POST' ? this.lease !== undefined : seen !== String(this.lease?.version ?? '')) {
      return 409;
    }
    this.write(spec.holderIdentity);
    return method === 'POST' ? 201 : 200;
  }

  /** As the API writes it, with what it notes of fields beside the fields themselves. */
  private written(): string {
    const { version, holder } = this.lease!;
    const managedFields = [{ fieldsV1: { 'f:spec': { 'f:holderIdentity': {} } } }];
    return JSON.stringify({
      kind: 'Lease',
      metadata: { name: 'controller', resourceVersion: String(version), managedFields },
      spec: { holderIdentity: holder, leaseDurationSeconds: 90 },
    });
  }
}
