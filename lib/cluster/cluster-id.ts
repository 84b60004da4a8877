import { quote, type Problem } from '../core/errors';
import { isToken } from '../core/tokens';

/** Ids of clusters, as the console shows them. */
const CLUSTER_ID = /^c[0-9a-f]+$/;

/** Problem when an id is given and is no token and no id of a cluster. */
export function clusterIdProblems(prop: string, id: string | undefined): Problem[] {
  if (id === undefined || isToken(id) || CLUSTER_ID.test(id)) {
    return [];
  }
  const what = `${prop} ${quote(id)} is not the id of a cluster, "c" and hex digits`;
  return [
    { code: 'resource-id-invalid', what, value: id, fix: `write the id as the console shows it: ${prop}: "c1f2..."` },
  ];
}
