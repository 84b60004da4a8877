import type { Permission } from '../core/grantee';
import type { PolicyDocument } from '../security/ram-policy-document';

/** What somebody may do with the objects of a bucket. */
export type BucketUse = 'read' | 'put' | 'read-write';

const READ = Object.freeze(['oss:GetObject']);
/** The parts of a large upload, too: who may begin one may see and drop its parts. */
const PUT = Object.freeze(['oss:AbortMultipartUpload', 'oss:ListParts', 'oss:PutObject']);
const DELETE = Object.freeze(['oss:DeleteObject']);

const ACTIONS: Readonly<Record<BucketUse, readonly string[]>> = Object.freeze({
  read: READ,
  put: PUT,
  'read-write': Object.freeze([...READ, ...PUT, ...DELETE].sort()),
});

/**
 * The least that RAM has to allow for a use of a bucket, or of the objects under a prefix: the objects by name, and the
 * list of those for who reads. With a key of KMS its use, too.
 */
export function bucketPermissions(
  use: BucketUse,
  bucketName: string,
  prefix: string | undefined,
  keyId: string | undefined,
): readonly Permission[] {
  const bucket = `acs:oss:*:*:${bucketName}`;
  const objects = { actions: ACTIONS[use], resources: [`${bucket}/${prefix ?? ''}*`] };
  const list = {
    actions: ['oss:ListObjects'],
    resources: [bucket],
    ...(prefix === undefined ? {} : { condition: { StringLike: { 'oss:Prefix': [`${prefix}*`] } } }),
  };
  const key = {
    // The parts of an upload are put together by who can open them.
    actions: use === 'read' ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [`acs:kms:*:*:key/${keyId}`],
  };
  return [objects, ...(use === 'put' ? [] : [list]), ...(keyId === undefined ? [] : [key])];
}

/** The policy of a bucket that refuses every request without TLS, the account's own included. */
export function tlsOnly(bucketName: string): PolicyDocument {
  const bucket = `acs:oss:*:*:${bucketName}`;
  return {
    Version: '1',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['oss:*'],
        Principal: ['*'],
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { 'acs:SecureTransport': ['false'] } },
      },
    ],
  };
}
