import type { Permission } from '../core/grantee';

/** What somebody may do with images. */
export type ImageUse = 'pull' | 'push';

const ACTIONS: Readonly<Record<ImageUse, readonly string[]>> = Object.freeze({
  pull: Object.freeze(['cr:PullRepository']),
  push: Object.freeze(['cr:PullRepository', 'cr:PushRepository']),
});

/**
 * The least that RAM has to allow for a use of images: the token that `docker login` asks for, which RAM knows for all
 * instances only, and the repositories themselves.
 *
 * Source: https://www.alibabacloud.com/help/en/doc-detail/144229.htm
 *
 * @param below path of the repositories within the instance, such as `acme/*`
 */
export function imagePermissions(use: ImageUse, instanceId: string, below: string): readonly Permission[] {
  return [
    { actions: ['cr:GetAuthorizationToken'], resources: ['*'] },
    { actions: ACTIONS[use], resources: [`acs:cr:*:*:repository/${instanceId}/${below}`] },
  ];
}
