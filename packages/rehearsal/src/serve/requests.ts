import type { DynamicValue, WireInt } from '../wire/types';

/** Requests as they arrive, decoded. */
export interface ValidateRequest {
  readonly typeName: string;
  readonly config: DynamicValue;
}

export interface ConfigureRequest {
  readonly terraformVersion: string;
  readonly config: DynamicValue;
}

export interface UpgradeRequest {
  readonly typeName: string;
  readonly version: WireInt;
  readonly rawState: { readonly json: Uint8Array; readonly flatmap: Readonly<Record<string, string>> };
}

export interface ReadRequest {
  readonly typeName: string;
  readonly currentState: DynamicValue;
  readonly private: Uint8Array;
}

export interface PlanRequest {
  readonly typeName: string;
  readonly priorState: DynamicValue;
  readonly proposedNewState: DynamicValue;
  readonly config: DynamicValue;
  readonly priorPrivate: Uint8Array;
}

export interface ApplyRequest {
  readonly typeName: string;
  readonly priorState: DynamicValue;
  readonly plannedState: DynamicValue;
  readonly config: DynamicValue;
  readonly plannedPrivate: Uint8Array;
}

export interface ImportRequest {
  readonly typeName: string;
  readonly id: string;
}

export interface ReadDataRequest {
  readonly typeName: string;
  readonly config: DynamicValue;
}

export interface CallRequest {
  readonly name: string;
  readonly arguments: readonly DynamicValue[];
}
