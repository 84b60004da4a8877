import { RamUser as RamUserL1 } from '@cdktf/provider-alicloud/lib/ram-user';
import { Construct, type IConstruct } from 'constructs';
import { adopt } from '../core/adopt';
import { cloudOf } from '../core/cloud';
import { reject, type Problem } from '../core/errors';
import { formProblems, needed, text, word, type Forms } from '../core/forms';
import { checkedId } from '../core/ids';
import { NAME_RULES, nameProblems, physicalName } from '../core/names';
import { uidProblems } from './ram-uid';

/** A RAM user, created here or existing. */
export interface IRamUser extends IConstruct {
  /** Digits by which ACK knows the user. */
  readonly uid: string;
  /** Name to log in with; absent when an existing user does not say. */
  readonly userName?: string;
}

/** A user that exists. */
export interface RamUserAttributes {
  /** Its id, digits such as `200123456789012345`, as the RAM console shows it. */
  readonly uid: string;
  /**
   * Its name before the `@`. Needed to give it a RAM policy.
   * @default none
   */
  readonly userName?: string;
}

export interface RamUserProps {
  /**
   * Name to log in with, unique in the account: 1 to 64 letters, digits, dots, hyphens, underscores. Changed in place.
   * @default the stack's name and the construct's path
   * @throws InputError `name-invalid`
   */
  readonly name?: string;
  /** Name for people. Changed in place. @default the name to log in with */
  readonly displayName?: string;
  /** What the user is for, up to 128 characters. Changed in place. @default none */
  readonly comments?: string;
  /** Takes over the user with this id instead of creating one. Import id: the user's id. @default none - a new user */
  readonly adopt?: string;
}

const RAM_USER_FORMS: Forms<RamUserProps> = { name: text, displayName: word, comments: text, adopt: word };
const RAM_USER_ATTRIBUTES_FORMS: Forms<RamUserAttributes> = {
  uid: needed(word, '"200123456789012345"'),
  userName: word,
};

function problemsIn({ name, adopt: adopted }: RamUserProps): Problem[] {
  return [...nameProblems('name', name, NAME_RULES.ramUser), ...uidProblems('adopt', adopted)];
}

/**
 * A RAM user without a password and without keys: somebody has to give it one by hand, so that no secret is in the state.
 * For programs prefer a `RamRole`. In a `sandbox` stack it is deleted with what people added to it. Creates
 * `alicloud_ram_user`; free.
 *
 * @throws InputError `name-invalid`, `resource-id-invalid`
 */
export class RamUser extends Construct implements IRamUser {
  readonly resource: RamUserL1;
  readonly uid: string;
  readonly userName: string;

  constructor(scope: Construct, id: string, props: RamUserProps = {}) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(props, RAM_USER_FORMS));
    reject(this, problemsIn(props));
    this.resource = new RamUserL1(this, 'Resource', {
      name: props.name ?? physicalName(this, NAME_RULES.ramUser),
      displayName: props.displayName,
      comments: props.comments,
      force: cloudOf(this).protection === 'sandbox',
    });
    adopt(this.resource, props.adopt);
    this.uid = this.resource.id;
    this.userName = this.resource.name;
  }

  /** A user that exists; creates nothing. */
  static fromAttributes(scope: Construct, id: string, attributes: RamUserAttributes): IRamUser {
    return new ImportedRamUser(scope, id, attributes);
  }
}

class ImportedRamUser extends Construct implements IRamUser {
  readonly uid: string;
  readonly userName?: string;

  constructor(scope: Construct, id: string, attributes: RamUserAttributes) {
    super(scope, checkedId(scope, id));
    reject(this, formProblems(attributes, RAM_USER_ATTRIBUTES_FORMS));
    reject(this, uidProblems('uid', attributes.uid));
    this.uid = attributes.uid;
    this.userName = attributes.userName;
  }
}
