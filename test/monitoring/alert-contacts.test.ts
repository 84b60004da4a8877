import { App, TerraformOutput } from 'cdktf';
import { Adopt } from '../../lib/core/adoption/adopt-parts';
import { AlertContacts } from '../../lib/monitoring/alert-contacts';
import { AlertRobot, type AlertContactsProps } from '../../lib/monitoring/alert-contacts-props';
import { billOf, resourceOf, resourcesOf, synthesized } from '../../lib/testing';
import { warningsIn } from '../../lib/core/warnings';
import { problemsOf } from '../support/problems';
import { anAddress, aStack, someContacts } from './support';

const LI = { email: 'li.wei@example.com', phone: '13800000000' };
const wrong = (props: unknown) => problemsOf(() => someContacts(aStack(), props as AlertContactsProps));

test('nobody is asked to confirm an address before a rule wants to tell somebody', () => {
  const stack = aStack();
  someContacts(stack);
  expect(billOf(stack)).toEqual([]);
});

describe('CloudMonitor', () => {
  test('tells a group of people, each by mail and phone', () => {
    const stack = aStack();
    const contacts = someContacts(stack, { people: { 'li-wei': LI, ada: { email: 'ada@example.com' } } });
    const [group] = contacts.cloudMonitorGroups();
    expect(billOf(stack)).toEqual(['alicloud_cms_alarm_contact x2', 'alicloud_cms_alarm_contact_group x1']);
    const made = resourceOf(stack, 'alicloud_cms_alarm_contact_group');
    const people = resourcesOf(stack, 'alicloud_cms_alarm_contact');
    expect(made.attributes).toMatchObject({
      alarm_contact_group_name: 'shop-oncall',
      contacts: people.map(({ address }) => `\${${address}.alarm_contact_name}`),
    });
    expect(people.map(({ attributes }) => attributes.describe)).toEqual(['ada', 'li-wei']);
    expect(people[1]!.attributes).toMatchObject({ channels_mail: LI.email, channels_sms: LI.phone, lang: 'zh-cn' });
    new TerraformOutput(stack, 'group', { value: group });
    const { value } = synthesized(stack).output!.group as { value: string };
    expect(value).toBe(`\${${made.address}.alarm_contact_group_name}`);
  });

  test('says nothing of an address before it is confirmed, so the address is not compared', () => {
    const stack = aStack();
    someContacts(stack, {
      people: { ada: { email: 'ada@example.com' }, li: { phone: LI.phone } },
    }).cloudMonitorGroups();
    const ignored = resourcesOf(stack, 'alicloud_cms_alarm_contact').map(
      ({ attributes }) => attributes.lifecycle.ignore_changes,
    );
    expect(ignored).toEqual([['channels_mail'], ['channels_sms']]);
  });

  test('another address is another contact, made before the old one goes', () => {
    const nameWith = (email: string) => {
      const stack = aStack();
      someContacts(stack, { people: { li: { email } } }).cloudMonitorGroups();
      const { attributes } = resourceOf(stack, 'alicloud_cms_alarm_contact');
      expect(attributes.lifecycle.create_before_destroy).toBe(true);
      return attributes.alarm_contact_name as string;
    };
    expect(nameWith('a@example.com')).not.toBe(nameWith('b@example.com'));
    expect(nameWith('a@example.com')).toMatch(/^shop-oncall-li-[0-9a-f]{6}$/);
  });

  test('names keep to 40 characters, whatever the stack is called', () => {
    const stack = aStack('a-stack-with-a-name-that-is-rather-long');
    const people = { 'somebody-with-a-long-name-too': LI };
    someContacts(stack, { people }).cloudMonitorGroups();
    const names = [
      resourceOf(stack, 'alicloud_cms_alarm_contact').attributes.alarm_contact_name,
      resourceOf(stack, 'alicloud_cms_alarm_contact_group').attributes.alarm_contact_group_name,
    ];
    expect(names.map((name: string) => name.length <= 40)).toEqual([true, true]);
  });

  test('tells a robot of DingTalk; one of WeCom it cannot tell, and a warning says so', () => {
    const stack = aStack();
    const robots = {
      room: AlertRobot.dingTalk(anAddress(stack)),
      hall: AlertRobot.weCom(anAddress(stack, 'wecom')),
    };
    someContacts(stack, { robots }).cloudMonitorGroups();
    const { attributes } = resourceOf(stack, 'alicloud_cms_alarm_contact');
    expect(attributes).toMatchObject({ describe: 'robot room', channels_ding_web_hook: '${sensitive(var.robot)}' });
    expect(warningsIn(stack)).toMatchObject([{ text: expect.stringMatching(/hall .*\[contact-unheard\]/) }]);
  });

  test('tells nobody when there is nothing but a robot of WeCom, which is refused', () => {
    const stack = aStack();
    const contacts = someContacts(stack, { robots: { hall: AlertRobot.weCom(anAddress(stack)) } });
    expect(problemsOf(() => contacts.cloudMonitorGroups())).toMatchObject([
      { code: 'contacts-unreachable', path: 'shop/oncall' },
    ]);
  });

  test('asked twice, makes one group', () => {
    const stack = aStack();
    const contacts = someContacts(stack);
    expect(contacts.cloudMonitorGroups()).toBe(contacts.cloudMonitorGroups());
    expect(resourcesOf(stack, 'alicloud_cms_alarm_contact_group')).toHaveLength(1);
  });

  test('writes English to accounts of the international site, unless it is told otherwise', () => {
    const language = (props?: AlertContactsProps) => {
      const stack = aStack('shop', 'intl');
      someContacts(stack, props).cloudMonitorGroups();
      return resourceOf(stack, 'alicloud_cms_alarm_contact').attributes.lang;
    };
    expect(language()).toBe('en');
    expect(language({ people: { li: LI }, language: 'zh' })).toBe('zh-cn');
  });
});

describe('ARMS', () => {
  test('tells a group of people, and each robot by itself', () => {
    const stack = aStack();
    const robots = {
      room: AlertRobot.dingTalk(anAddress(stack)),
      hall: AlertRobot.weCom(anAddress(stack, 'wecom')),
    };
    const { recipients, channels } = someContacts(stack, { people: { li: LI }, robots }).armsRecipients();
    expect(billOf(stack)).toEqual([
      'alicloud_arms_alert_contact x1',
      'alicloud_arms_alert_contact_group x1',
      'alicloud_arms_alert_robot x2',
    ]);
    expect(resourceOf(stack, 'alicloud_arms_alert_contact').attributes).toMatchObject({
      email: LI.email,
      phone_num: LI.phone,
      system_noc: false,
    });
    const robotsMade = resourcesOf(stack, 'alicloud_arms_alert_robot').map(({ attributes }) => attributes);
    expect(robotsMade).toMatchObject([
      { robot_type: 'wechat', robot_addr: '${sensitive(var.wecom)}' },
      { robot_type: 'dingding', robot_addr: '${sensitive(var.robot)}' },
    ]);
    expect(recipients.map(({ type }) => type)).toEqual(['ARMS_CONTACT_GROUP', 'ARMS_ROBOT', 'ARMS_ROBOT']);
    expect(channels).toEqual(['dingTalk', 'email', 'sms', 'wechat']);
  });

  test('asked twice, makes one group', () => {
    const stack = aStack();
    const contacts = someContacts(stack);
    expect(contacts.armsRecipients()).toBe(contacts.armsRecipients());
    expect(resourcesOf(stack, 'alicloud_arms_alert_contact_group')).toHaveLength(1);
  });
});

describe('contacts that exist', () => {
  test('create nothing and are named on either side', () => {
    const stack = aStack();
    const ops = AlertContacts.fromAttributes(stack, 'ops', {
      cloudMonitorGroup: 'ops',
      armsGroup: { id: '17', name: 'ops', channels: ['sms', 'email'] },
    });
    expect(ops.cloudMonitorGroups()).toEqual(['ops']);
    expect(ops.armsRecipients()).toEqual({
      recipients: [{ id: '17', name: 'ops', type: 'ARMS_CONTACT_GROUP' }],
      channels: ['email', 'sms'],
    });
    expect(billOf(stack)).toEqual([]);
  });

  test('of one side are refused by the other', () => {
    const stack = aStack();
    const monitor = AlertContacts.fromAttributes(stack, 'a', { cloudMonitorGroup: 'ops' });
    const arms = AlertContacts.fromAttributes(stack, 'b', { armsGroup: { id: '17', name: 'ops' } });
    expect(problemsOf(() => monitor.armsRecipients())).toMatchObject([{ code: 'contacts-unreachable' }]);
    expect(problemsOf(() => arms.cloudMonitorGroups())).toMatchObject([{ code: 'contacts-unreachable' }]);
  });

  test.each<[string, unknown, string]>([
    ['no side', {}, 'contacts-unreachable'],
    ['no channel', { armsGroup: { id: '1', name: 'ops', channels: [] } }, 'list-empty'],
    ['another channel', { armsGroup: { id: '1', name: 'ops', channels: ['fax'] } }, 'choice-invalid'],
    ['no name', { armsGroup: { id: '1' } }, 'value-missing'],
  ])('with %s are refused', (_, attributes, code) => {
    expect(problemsOf(() => AlertContacts.fromAttributes(aStack(), 'ops', attributes as never))).toMatchObject([
      { code },
    ]);
  });

  test('are taken over with the names that they have', () => {
    const stack = aStack();
    const contacts = someContacts(stack);
    contacts.cloudMonitorGroups();
    Adopt.parts(contacts, { 'cloud-monitor-li-wei': 'LiWei', 'cloud-monitor-group': 'ops' });
    expect(resourceOf(stack, 'alicloud_cms_alarm_contact').attributes.alarm_contact_name).toBe('LiWei');
    expect(resourceOf(stack, 'alicloud_cms_alarm_contact_group').attributes.alarm_contact_group_name).toBe('ops');
    expect(synthesized(stack).import).toMatchObject([{ id: 'LiWei' }, { id: 'ops' }]);
  });
});

test('the address of a robot is a secret: written as text it is refused, without being shown', () => {
  const address = 'https://oapi.dingtalk.com/robot/send?access_token=0123';
  const [problem] = wrong({ robots: { room: AlertRobot.dingTalk(address) } });
  expect(problem).toMatchObject({ code: 'secret-in-text', path: 'shop/oncall' });
  expect(JSON.stringify(problem)).not.toContain('0123');
});

test.each([
  ['https://oapi.dingtalk.com/robot/send?access_token=0123', 'AlertRobot.dingTalk(robot.stringValue)'],
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0123', 'AlertRobot.weCom(robot.stringValue)'],
])('nor is the bare address %s shown, in the place of a robot', (address, fix) => {
  const [problem] = wrong({ robots: { room: address } });
  expect(problem).toMatchObject({ code: 'secret-in-text', fix: expect.stringContaining(fix) });
  expect(JSON.stringify(problem)).not.toContain('0123');
});

test.each<[string, unknown, string, unknown]>([
  ['nobody', {}, 'contacts-unreachable', {}],
  ['a person without an address', { people: { li: {} } }, 'contact-invalid', 'li'],
  ['half an address', { people: { li: { email: 'li@' } } }, 'contact-invalid', 'li@'],
  ['a phone without digits', { people: { li: { phone: 'work' } } }, 'contact-invalid', 'work'],
  ['a name with blanks', { people: { 'Li Wei': LI } }, 'contact-invalid', 'Li Wei'],
  ['another language', { people: { li: LI }, language: 'fr' }, 'choice-invalid', 'fr'],
  ['another channel', { people: { li: { fax: '1' } } }, 'prop-unknown', 'fax'],
])('%s is refused', (_, props, code, value) => {
  expect(wrong(props)).toMatchObject([{ code, path: 'shop/oncall', value }]);
});

test('the same contacts have the same names in every run', () => {
  const names = () => {
    const stack = aStack('shop', 'cn', new App());
    someContacts(stack).cloudMonitorGroups();
    return resourcesOf(stack, 'alicloud_cms_alarm_contact').map(({ attributes }) => attributes.alarm_contact_name);
  };
  expect(names()).toEqual(names());
});

test('contacts of two stacks that the account would know by one name are refused', () => {
  const app = new App();
  const [shop, abroad] = [aStack('shop', undefined, app), aStack('shop-eu', undefined, app)];
  const people = { li: LI };
  new AlertContacts(shop, 'eu-oncall', { people });
  new AlertContacts(shop, 'oncall', { people });
  new AlertContacts(abroad, 'oncall', { people });
  expect(problemsOf(() => synthesized(shop))).toMatchObject([
    { code: 'account-name-taken', path: 'shop-eu/oncall', value: 'shop-eu-oncall' },
  ]);
});
