import { Release, type ReleaseData } from '../../../lib/workload/releases/release';
import { Scale } from '../../../lib/workload/scaling/scale';
import { Update } from '../../../lib/workload/update';
import { problemsOf } from '../../support/problems';
import { aWebService } from '../a-web-service';
import { NEXT_IMAGE } from './a-release';

const TEN = Scale.fixed(10);
const BATCHES = ['10%', '50%', '100%'];

/** The problems of a release, as `code: what`. */
function refused(release: ReleaseData, props: Parameters<typeof aWebService>[0] = {}) {
  const { web } = aWebService({ scale: TEN, ...props });
  return problemsOf(() => web.release(release)).map(({ code, what, fix }) => ({ code, text: `${what}\n${fix}` }));
}

const batches = (own: Readonly<Record<string, unknown>>) =>
  Release.batches({ image: NEXT_IMAGE, batches: BATCHES, done: 1, ...own } as never);

describe('batches are refused', () => {
  test.each([
    ['without any', { batches: [], done: 0 }, 'release-batches', /there would be no step/],
    [
      'that do not rise',
      { batches: ['50%', '10%', '100%'] },
      'release-batches',
      /"10%" brings no Pod: 1 of 10 after 5/,
    ],
    [
      'of which one brings none',
      { batches: ['10%', '11%', '12%', '100%'] },
      'release-batches',
      /brings no Pod: 2 of 10/,
    ],
    [
      'that end before all',
      { batches: ['10%', '50%'] },
      'release-batches',
      /the last batch has 5 Pods, and the service 10/,
    ],
    ['above all', { batches: [5, 12] }, 'release-batches', /the last batch has 12 Pods/],
    ['of no Pods', { batches: [0, 10] }, 'release-batches', /batch 0 is neither a number of Pods from 1/],
    ['of more than all', { batches: ['110%'] }, 'release-batches', /"110%" is neither/],
    ['after the last one', { done: 4 }, 'number-invalid', /done 4 is not a whole number from 0 to 3/],
    ['before the first one', { done: -1 }, 'number-invalid', /done -1/],
    ['without saying how many are out', { done: undefined }, 'value-missing', /done is missing/],
    ['of an image without a version', { image: 'acme/shop' }, 'image-untagged', /has no tag/],
    ['without an image', { image: undefined }, 'value-missing', /image is missing/],
    ['with a prop that there is not', { step: 2 }, 'prop-unknown', /there is no prop release\.step/],
    ['known only at apply', { done: '${data.x.done}' }, 'number-invalid', /done/],
  ])('%s', (_, own, code, text) => {
    const [problem, ...more] = refused(batches(own));
    expect(problem).toEqual({ code, text: expect.stringMatching(text) });
    expect(more).toEqual([]);
  });

  test('beside an autoscaler or a schedule, which set the number that they divide', () => {
    const auto = refused(batches({}), { scale: Scale.onCpu({ target: 60, min: 3, max: 30 }) });
    const jobs = [{ name: 'morning', at: '0 0 8 * * *', replicas: 10 }];
    const schedule = refused(batches({}), { scale: Scale.onSchedule({ jobs, start: 5 }) });
    expect([...auto, ...schedule].map(({ code }) => code)).toEqual(['release-scale', 'release-scale']);
    expect(auto[0]!.text).toMatch(/an autoscaler sets the number.*\n.*Scale\.fixed\(n\)/);
  });
});

describe('a release is refused', () => {
  test('of a program that cannot run twice', () => {
    const [problem] = refused(batches({}), { update: Update.recreate() });
    expect(problem).toEqual({ code: 'release-update', text: expect.stringContaining('cannot run twice') });
  });

  test('of a service whose name leaves no room for that of the next Pods', () => {
    const [problem] = refused(batches({}), { name: 'a'.repeat(59) });
    expect(problem).toEqual({ code: 'workload-name-long', text: expect.stringContaining('"<name>-next"') });
  });

  test('beside another one', () => {
    const { web } = aWebService({ scale: TEN });
    web.release(batches({}));
    const problems = problemsOf(() => web.release(Release.none()));
    expect(problems.map(({ code, what }) => `${code}: ${what}`)).toEqual([
      'release-twice: "web" has a release of the kind batches already',
    ]);
  });

  test.each([
    ['nothing', undefined, 'value-missing'],
    ['text', 'canary', 'choice-invalid'],
    ['a kind that there is not', { kind: 'red-black' }, 'choice-invalid'],
    [
      'an Ingress that is none',
      Release.canary({ image: NEXT_IMAGE, through: 'front' as never, pods: 2 }),
      'type-invalid',
    ],
    ['no Ingress', Release.blueGreen({ image: NEXT_IMAGE, traffic: 'next' } as never), 'value-missing'],
  ])('when it is %s', (_, release, code) => {
    expect(refused(release as never).map((problem) => problem.code)).toEqual([code]);
  });

  test('with everything that is wrong with it at once', () => {
    const codes = refused(batches({ image: 'shop:latest', batches: ['x'], done: 7 }), { update: Update.recreate() });
    expect(codes.map(({ code }) => code)).toEqual([
      'image-untagged',
      'release-update',
      'release-batches',
      'number-invalid',
    ]);
  });
});
