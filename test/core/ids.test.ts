import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import { checkedId } from '../../lib/core/ids';
import { problemsOf } from '../support/problems';

test.each([
  ['Default', 'id-reserved'],
  ['default', 'id-reserved'],
  ['', 'id-invalid'],
  ['a/b', 'id-invalid'],
  ['${TfToken[0]}', 'id-invalid'],
  ['taken', 'id-duplicate'],
])('the id %j is refused with %s, before the framework sees it', (id, code) => {
  const scope = new Construct(Testing.app(), 'shop');
  new Construct(scope, 'taken');
  expect(problemsOf(() => checkedId(scope, id))).toMatchObject([{ code, value: id, path: `shop/${id}` }]);
});

test('an id from JavaScript that is no text is refused too', () => {
  const scope = new Construct(Testing.app(), 'shop');
  expect(problemsOf(() => checkedId(scope, undefined as unknown as string))).toMatchObject([{ code: 'id-invalid' }]);
});
