/**
 * The messages of Terraform's plugin protocol, version 6, as a table of our own: message → field → `[repeated|map] type number`.
 * A type is a protobuf scalar or another entry of the table. Field numbers are the protocol's; names are ours.
 */
export const MESSAGES = {
  Empty: {},
  DynamicValue: { msgpack: 'bytes 1', json: 'bytes 2' },
  RawState: { json: 'bytes 1', flatmap: 'map string 2' },

  AttributePath: { steps: 'repeated Step 1' },
  Step: { attributeName: 'string 1', elementKeyString: 'string 2', elementKeyInt: 'int64 3' },
  Diagnostic: { severity: 'int32 1', summary: 'string 2', detail: 'string 3', attribute: 'AttributePath 4' },

  Schema: { version: 'int64 1', block: 'Block 2' },
  Block: {
    version: 'int64 1',
    attributes: 'repeated Attribute 2',
    blockTypes: 'repeated NestedBlock 3',
    description: 'string 4',
    descriptionKind: 'int32 5',
    deprecated: 'bool 6',
  },
  Attribute: {
    name: 'string 1',
    type: 'bytes 2',
    description: 'string 3',
    required: 'bool 4',
    optional: 'bool 5',
    computed: 'bool 6',
    sensitive: 'bool 7',
    descriptionKind: 'int32 8',
    deprecated: 'bool 9',
    nestedType: 'NestedObject 10',
    writeOnly: 'bool 11',
  },
  NestedBlock: { typeName: 'string 1', block: 'Block 2', nesting: 'int32 3', minItems: 'int64 4', maxItems: 'int64 5' },
  NestedObject: { attributes: 'repeated Attribute 1', nesting: 'int32 3' },

  Parameter: { name: 'string 1', type: 'bytes 2' },
  Return: { type: 'bytes 1' },
  Function: { parameters: 'repeated Parameter 1', return: 'Return 3', summary: 'string 4' },
  FunctionError: { text: 'string 1', argument: 'int64 2' },

  Capabilities: { planDestroy: 'bool 1', getProviderSchemaOptional: 'bool 2', moveResourceState: 'bool 3' },
  TypeName: { typeName: 'string 1' },
  FunctionName: { name: 'string 1' },

  MetadataResponse: {
    capabilities: 'Capabilities 1',
    diagnostics: 'repeated Diagnostic 2',
    dataSources: 'repeated TypeName 3',
    resources: 'repeated TypeName 4',
    functions: 'repeated FunctionName 5',
  },
  SchemaResponse: {
    provider: 'Schema 1',
    resourceSchemas: 'map Schema 2',
    dataSourceSchemas: 'map Schema 3',
    diagnostics: 'repeated Diagnostic 4',
    providerMeta: 'Schema 5',
    capabilities: 'Capabilities 6',
    functions: 'map Function 7',
  },
  FunctionsResponse: { functions: 'map Function 1', diagnostics: 'repeated Diagnostic 2' },
  ValidateProviderRequest: { config: 'DynamicValue 1' },
  ValidateProviderResponse: { diagnostics: 'repeated Diagnostic 2' },
  ValidateRequest: { typeName: 'string 1', config: 'DynamicValue 2' },
  DiagnosticsResponse: { diagnostics: 'repeated Diagnostic 1' },
  ConfigureRequest: { terraformVersion: 'string 1', config: 'DynamicValue 2' },

  UpgradeRequest: { typeName: 'string 1', version: 'int64 2', rawState: 'RawState 3' },
  UpgradeResponse: { upgradedState: 'DynamicValue 1', diagnostics: 'repeated Diagnostic 2' },
  ReadRequest: { typeName: 'string 1', currentState: 'DynamicValue 2', private: 'bytes 3' },
  ReadResponse: { newState: 'DynamicValue 1', diagnostics: 'repeated Diagnostic 2', private: 'bytes 3' },
  PlanRequest: {
    typeName: 'string 1',
    priorState: 'DynamicValue 2',
    proposedNewState: 'DynamicValue 3',
    config: 'DynamicValue 4',
    priorPrivate: 'bytes 5',
  },
  PlanResponse: {
    plannedState: 'DynamicValue 1',
    requiresReplace: 'repeated AttributePath 2',
    plannedPrivate: 'bytes 3',
    diagnostics: 'repeated Diagnostic 4',
    legacyTypeSystem: 'bool 5',
  },
  ApplyRequest: {
    typeName: 'string 1',
    priorState: 'DynamicValue 2',
    plannedState: 'DynamicValue 3',
    config: 'DynamicValue 4',
    plannedPrivate: 'bytes 5',
  },
  ApplyResponse: {
    newState: 'DynamicValue 1',
    private: 'bytes 2',
    diagnostics: 'repeated Diagnostic 3',
    legacyTypeSystem: 'bool 4',
  },
  ImportRequest: { typeName: 'string 1', id: 'string 2' },
  Imported: { typeName: 'string 1', state: 'DynamicValue 2', private: 'bytes 3' },
  ImportResponse: { imported: 'repeated Imported 1', diagnostics: 'repeated Diagnostic 2' },
  MoveRequest: {
    sourceProvider: 'string 1',
    sourceType: 'string 2',
    sourceVersion: 'int64 3',
    sourceState: 'RawState 4',
    targetType: 'string 5',
  },
  MoveResponse: { targetState: 'DynamicValue 1', diagnostics: 'repeated Diagnostic 2' },
  ReadDataRequest: { typeName: 'string 1', config: 'DynamicValue 2' },
  ReadDataResponse: { state: 'DynamicValue 1', diagnostics: 'repeated Diagnostic 2' },
  CallRequest: { name: 'string 1', arguments: 'repeated DynamicValue 2' },
  CallResponse: { result: 'DynamicValue 1', error: 'FunctionError 2' },
  StopResponse: { error: 'string 1' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type MessageName = keyof typeof MESSAGES;

/** The calls of the service: name on the wire → request and response. All are unary. */
export const CALLS = {
  GetMetadata: ['Empty', 'MetadataResponse'],
  GetProviderSchema: ['Empty', 'SchemaResponse'],
  ValidateProviderConfig: ['ValidateProviderRequest', 'ValidateProviderResponse'],
  ValidateResourceConfig: ['ValidateRequest', 'DiagnosticsResponse'],
  ValidateDataResourceConfig: ['ValidateRequest', 'DiagnosticsResponse'],
  UpgradeResourceState: ['UpgradeRequest', 'UpgradeResponse'],
  ConfigureProvider: ['ConfigureRequest', 'DiagnosticsResponse'],
  ReadResource: ['ReadRequest', 'ReadResponse'],
  PlanResourceChange: ['PlanRequest', 'PlanResponse'],
  ApplyResourceChange: ['ApplyRequest', 'ApplyResponse'],
  ImportResourceState: ['ImportRequest', 'ImportResponse'],
  MoveResourceState: ['MoveRequest', 'MoveResponse'],
  ReadDataSource: ['ReadDataRequest', 'ReadDataResponse'],
  GetFunctions: ['Empty', 'FunctionsResponse'],
  CallFunction: ['CallRequest', 'CallResponse'],
  StopProvider: ['Empty', 'StopResponse'],
} as const satisfies Record<string, readonly [MessageName, MessageName]>;

export type CallName = keyof typeof CALLS;

/** Full name of the service, as Terraform addresses it. */
export const SERVICE = 'tfplugin6.Provider';
