import { oneOf } from '../core/checks';
import { quote, type Problem } from '../core/errors';
import { any, choiceOf, construct, mapOf, needed, object, text, word, type Forms } from '../core/forms';
import type { NameRule } from '../core/names';
import { isToken } from '../core/tokens';

/** Somebody who is told: by e-mail, by text message, or both. */
export interface AlertPerson {
  /**
   * Address for e-mails. CloudMonitor sends a link there, and tells nobody who has not followed it; ARMS does the same. Another
   * address makes another contact of CloudMonitor, with another link.
   * @throws InputError `contact-invalid`
   */
  readonly email?: string;
  /**
   * Number for text messages, such as `13800000000`. Its owner confirms it as an e-mail. Some messages of each month are
   * free, further ones are billed.
   * @throws InputError `contact-invalid`
   */
  readonly phone?: string;
}

/** A robot that writes into a room of people, as plain data. Create one with {@link AlertRobot}. */
export interface AlertRobotData {
  readonly kind: 'dingtalk' | 'wecom';
  /** Where it listens. */
  readonly address: string;
}

/**
 * A robot that writes into a room of people. Its address holds the key to the room: give it as a sensitive variable, never as
 * text. It is in the state of the stack.
 */
export const AlertRobot = Object.freeze({
  /** A robot of a DingTalk group, `https://oapi.dingtalk.com/robot/send?access_token=...`. Both sides tell it. */
  dingTalk: (address: string): AlertRobotData => Object.freeze({ kind: 'dingtalk', address }),
  /**
   * A robot of a WeCom group, `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=...`. ARMS tells it; CloudMonitor cannot.
   */
  weCom: (address: string): AlertRobotData => Object.freeze({ kind: 'wecom', address }),
});

export interface AlertContactsProps {
  /**
   * Who is told, by a name of letters, digits and hyphens, which is part of the contact's. Another name is another contact.
   * @default nobody
   * @throws InputError `contact-invalid`
   */
  readonly people?: Readonly<Record<string, AlertPerson>>;
  /**
   * Robots that are told, by a name like people's. Changed in place.
   * @default none
   * @throws InputError `contact-invalid`, `secret-in-text` for an address that is written as text
   */
  readonly robots?: Readonly<Record<string, AlertRobotData>>;
  /**
   * What CloudMonitor writes in. Changed in place.
   * @default "zh" on the China site, "en" on the international site
   */
  readonly language?: 'en' | 'zh';
}

/** Contacts that exist. */
export interface AlertContactsAttributes {
  /** Name of the contact group of CloudMonitor. @default none - alarms of CloudMonitor refuse these contacts */
  readonly cloudMonitorGroup?: string;
  /** The contact group of ARMS. @default none - rules of Prometheus refuse these contacts */
  readonly armsGroup?: ArmsGroupAttributes;
}

/** A contact group of ARMS that exists. */
export interface ArmsGroupAttributes {
  /** Digits by which ARMS knows it. */
  readonly id: string;
  /** Name of the group. */
  readonly name: string;
  /** On which ways its people are told. @default ["email"] */
  readonly channels?: readonly ('email' | 'sms')[];
}

/** Contacts of CloudMonitor and ARMS are named alike, and each name is one in the account. */
export const CONTACT: NameRule = Object.freeze({
  min: 2,
  max: 40,
  pattern: /^[A-Za-z\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*$/,
  says: '2 to 40 letters, digits, hyphens and underscores, a letter first',
});

const ROBOT = choiceOf(
  {
    dingtalk: { address: needed(text, 'variable.stringValue') },
    wecom: { address: needed(text, 'variable.stringValue') },
  },
  'AlertRobot.dingTalk(address), AlertRobot.weCom(address)',
);

export const ALERT_CONTACTS_FORMS: Forms<AlertContactsProps> = {
  people: mapOf(object<AlertPerson>({ email: text, phone: text })),
  robots: mapOf((prop, value) =>
    typeof value === 'string' && !isToken(value) ? [keyInText(prop, kindOf(value))] : ROBOT(prop, value),
  ),
  language: any,
};

export const ALERT_CONTACTS_ATTRIBUTES_FORMS: Forms<AlertContactsAttributes> = {
  cloudMonitorGroup: word,
  armsGroup: object<ArmsGroupAttributes>({ id: needed(word, '"123"'), name: needed(word, '"ops"'), channels: any }),
};

/** Contacts that something is given. */
export const CONTACTS_FORM = construct(
  ['cloudMonitorGroups', 'armsRecipients'],
  'new AlertContacts(...), or one of AlertContacts.fromAttributes',
);

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,28}[A-Za-z0-9])?$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const PHONE = /^\+?[0-9](?:[0-9-]{3,18})[0-9]$/;

const wrong = (what: string, value: unknown, fix: string): Problem => ({ code: 'contact-invalid', what, value, fix });

/** Everything that is wrong with contacts. */
export function alertContactsProblems({ people = {}, robots = {}, language }: AlertContactsProps): Problem[] {
  return [
    ...(Object.keys(people).length + Object.keys(robots).length > 0 ? [] : [nobody()]),
    ...Object.entries(people).flatMap(([name, person]) => personProblems(name, person)),
    ...Object.entries(robots).flatMap(([name, robot]) => robotProblems(name, robot)),
    ...oneOf('language', language, ['en', 'zh']),
  ];
}

function nobody(): Problem {
  const fix = 'write people: { "li-wei": { email: "..." } }, or robots';
  return { code: 'contacts-unreachable', what: 'there is neither a person nor a robot', value: {}, fix };
}

function personProblems(name: string, { email, phone }: AlertPerson): Problem[] {
  const prop = `people[${quote(name)}]`;
  return [
    ...keyProblems(prop, name),
    ...(email === undefined && phone === undefined
      ? [wrong(`${prop} has neither an e-mail address nor a phone`, name, 'write email: "..."')]
      : []),
    ...unlike(`${prop}.email`, email, EMAIL, 'an e-mail address', 'write email: "li.wei@example.com"'),
    ...unlike(`${prop}.phone`, phone, PHONE, 'a phone number', 'write phone: "13800000000"'),
  ];
}

function robotProblems(name: string, { kind, address }: AlertRobotData): Problem[] {
  const prop = `robots[${quote(name)}]`;
  return [...keyProblems(prop, name), ...(isToken(address) ? [] : [keyInText(prop, kind)])];
}

/** The address is not quoted: whoever has it writes into the room. */
function keyInText(prop: string, kind: AlertRobotData['kind']): Problem {
  const make = kind === 'wecom' ? 'weCom' : 'dingTalk';
  const fix = `make new TerraformVariable(stack, "robot", { sensitive: true }), and write AlertRobot.${make}(robot.stringValue)`;
  return { code: 'secret-in-text', what: `the address of ${prop}, which holds its key, is written as text`, fix };
}

/** Whose robot an address is of, for the fix. */
function kindOf(address: string): AlertRobotData['kind'] {
  return address.includes('weixin') ? 'wecom' : 'dingtalk';
}

function keyProblems(prop: string, name: string): Problem[] {
  const what = `the name of ${prop} is not 1 to 30 letters, digits and hyphens, a letter or digit at both ends`;
  return NAME.test(name) ? [] : [wrong(what, name, 'write a name such as "li-wei"')];
}

function unlike(prop: string, value: string | undefined, pattern: RegExp, is: string, fix: string): Problem[] {
  return value === undefined || isToken(value) || pattern.test(value)
    ? []
    : [wrong(`${prop} ${quote(value)} is not ${is}`, value, fix)];
}
