import { referencesIn } from '../../core/written/references';
import type { ValueChange } from './compare';
import type { AttributeChange, ChangeAction, ResourceChange } from './diff-data';
import { is, isKnown, namesOf } from './facts';
import { erasedIn } from './erased';
import { holdingOf } from './holdings';
import { lifecycleOf } from './lifecycle';
import { protectionsOf } from './protections';
import type { PlaceChange, Plan, Planned } from './plan';
import { factAt, HIDDEN, isSecret, withoutSecrets } from './secrets';
import { stuckIn } from './stuck';
import { canonical, isFresh, type Value } from './terms';
import type { Placed } from './world';

/** What to say about an instance; `undefined` for what stays as it is. */
export function changeOf(plan: Plan, planned: Planned): ResourceChange | undefined {
  const { now, was, prior, fields } = planned;
  const placed = (now ?? was)!;
  const { resource, address } = placed.instance;
  const previousAddress =
    now && was && was.instance.address !== address ? { previousAddress: was.instance.address } : {};
  const action = actionOf(planned, 'previousAddress' in previousAddress);
  if (action === undefined) {
    return undefined;
  }
  const { countChange } = planned;
  const differing = countChange ? [countChange, ...planned.changes] : planned.changes;
  const attributes = differing.map((change) => attributeChange(plan, planned, change));
  const goes = action === 'replace' || action === 'destroy' || action === 'leave';
  const holds =
    goes || countChange ? holdingOf(resource.type, prior, (type) => plan.priorsOf(type)) : erasedIn(planned);
  const { newFirst, kept } = lifecycleOf(resource);
  const heldBy = goes && action !== 'leave' ? protectionsOf(resource.type, prior) : [];
  return {
    id: placed.id,
    stack: placed.stack.name,
    type: resource.type,
    address,
    ...(resource.path ? { path: resource.path } : {}),
    action,
    ...previousAddress,
    attributes,
    causes: action === 'replace' ? causesOf(plan, planned, attributes) : [],
    because: becauseOf(planned),
    ...(holds ? { holds } : {}),
    heldBy: action === 'replace' && kept ? [...heldBy, 'prevent_destroy'] : heldBy,
    newFirst: action === 'replace' && newFirst,
    stuck: stuckIn(resource.type, prior, fields, attributes).filter(
      ({ kind }) => action === 'change' || kind === 'hidden',
    ),
    ...(action === 'change' && (countChange || !isKnown(resource.type)) ? { uncertain: true } : {}),
  };
}

function actionOf({ action, place }: Planned, moved: boolean): ChangeAction | undefined {
  if (action === 'none') {
    return moved ? 'move' : undefined;
  }
  return action === 'replace' && place !== undefined && place.owners.length === 0 ? 'leave' : action;
}

function becauseOf({ triggers, place, stackGone, countChange }: Planned): readonly string[] {
  return [
    ...triggers.map((reference) => `replace_triggered_by ${reference}`),
    ...(place ? [placeText(place)] : []),
    ...(countChange ? ['how many there are is computed from what changes: some may be destroyed'] : []),
    ...(stackGone ? ['its stack is no longer in the program; nothing happens until somebody destroys that stack'] : []),
  ];
}

const placeText = ({ kind, before, after, owners }: PlaceChange): string =>
  owners.length > 0 ? `its ${kind} is made anew` : `its ${kind} is another one: ${before} -> ${after}`;

function causesOf(
  plan: Plan,
  { now, triggers, place }: Planned,
  attributes: readonly AttributeChange[],
): readonly string[] {
  const forcing = attributes.filter(({ forcesNew }) => forcesNew).flatMap(({ follows }) => follows);
  const triggered = triggers.flatMap((reference) =>
    referencesIn(`\${${reference}}`).flatMap(({ address }) => plan.now.instancesAt(now!.stack, address)),
  );
  return [...new Set([...forcing, ...triggered.map(({ id }) => id), ...(place?.owners ?? [])])].filter(
    (id) => id !== now!.id,
  );
}

function attributeChange(plan: Plan, planned: Planned, change: ValueChange): AttributeChange {
  const { path, before, after, makesNew } = change;
  const type = planned.now!.instance.resource.type;
  const secret = change.sensitive || isSecret(namesOf(type), path, planned.prior, planned.fields);
  const chosen = before === undefined && is('kept', factAt(namesOf(type), path));
  const show = (value: Value | undefined, absent: string): string =>
    value === undefined ? absent : secret ? HIDDEN : shown(plan, value);
  const unknown = isFresh(after) && planned.action !== 'none';
  const [old, next] = [show(before, chosen ? '(chosen by the cloud)' : '(none)'), show(after, '(none)')];
  return {
    attribute: path.join('.'),
    before: old,
    // What is read of a data source has the same name though the source is asked something else.
    after: unknown ? '(known after apply)' : next === old && !next.includes(HIDDEN) ? `${next} (read anew)` : next,
    forcesNew: makesNew,
    unknown,
    follows: followed(plan, planned, change),
    ...(chosen ? { chosen } : {}),
  };
}

/** Resources of whose change this one is a consequence: what it waits for, and what the same text now reads otherwise. */
function followed(plan: Plan, { now, was }: Planned, { path, after }: ValueChange): readonly string[] {
  const waits = plan.terms.in(after).flatMap((term) => (term.fresh ? term.owners : []));
  const root = String(path[0]);
  const raw = (placed: Placed): unknown => placed.instance.resource.attributes[root];
  const same = was !== undefined && canonical(raw(was) as Value) === canonical(raw(now!) as Value);
  const read = !same
    ? []
    : referencesIn(raw(now!))
        .flatMap(({ address }) => plan.now.instancesAt(now!.stack, address))
        .filter((one) => plan.of(one).action !== 'none')
        .map(({ id }) => id);
  return [...new Set([...waits, ...read])];
}

/** A value as people read it, references without their braces and secrets left out. */
function shown(plan: Plan, whole: Value): string {
  const hidden = plan.terms.in(whole).some(({ sensitive }) => sensitive);
  if (hidden || /\bsensitive\(|\brandom_password\b/.test(JSON.stringify(whole))) {
    return HIDDEN;
  }
  const value = withoutSecrets(whole);
  const readable = plan.terms.readable(JSON.stringify(value));
  return readable.replace(/"\$\{([^{}"]*)\}"/g, '$1');
}
