import { RamUser, type RamUserProps } from '../../lib/security/ram-user';
import { billOf, resourceOf, synthesized } from '../../lib/testing';
import { aCloud } from '../support/cloud';
import { problemsOf } from '../support/problems';

const aUser = (props?: RamUserProps, cloud = aCloud()) => {
  new RamUser(cloud, 'ci', props);
  return cloud;
};

test('a user is one resource without password or key, and is kept with what people gave it', () => {
  expect(billOf(aUser())).toEqual(['alicloud_ram_user x1']);
  expect(resourceOf(aUser(), 'alicloud_ram_user').attributes).toEqual({ name: 'shop-ci', force: false });
  expect(resourceOf(aUser({}, aCloud({ protection: 'sandbox' })), 'alicloud_ram_user').attributes.force).toBe(true);
});

test('names and comments are taken as they are', () => {
  expect(
    resourceOf(aUser({ name: 'ada.l', displayName: 'Ada', comments: 'on call' }), 'alicloud_ram_user').attributes,
  ).toMatchObject({ name: 'ada.l', display_name: 'Ada', comments: 'on call' });
});

test('a user that exists can be taken over by its id', () => {
  const cloud = aUser({ name: 'ada', adopt: '200123456789012345' });
  expect(synthesized(cloud).import).toEqual([
    { id: '200123456789012345', to: resourceOf(cloud, 'alicloud_ram_user').address },
  ]);
});

test('a user that exists elsewhere is only named', () => {
  const cloud = aCloud();
  expect(RamUser.fromAttributes(cloud, 'ada', { uid: '200123456789012345' }).userName).toBeUndefined();
  expect(billOf(cloud)).toEqual([]);
});

test('names and ids that RAM does not have are refused', () => {
  expect(problemsOf(() => aUser({ name: 'ada@acme', adopt: 'ada' }))).toMatchObject([
    { code: 'name-invalid', value: 'ada@acme' },
    { code: 'resource-id-invalid', value: 'ada' },
  ]);
  expect(problemsOf(() => RamUser.fromAttributes(aCloud(), 'ada', { uid: 'ada' }))).toMatchObject([
    { code: 'resource-id-invalid', path: 'shop/ada', fix: expect.stringContaining('a name is not an id') },
  ]);
});
