import { any, choiceOf, construct, flag, listOf, mapOf, needed, word, type Form, type Forms } from '../../core/forms';
import type {
  BatchReleaseProps,
  BlueGreenReleaseProps,
  CanaryReleaseProps,
  NextVersion,
  ReleaseData,
  RoutedReleaseProps,
  ShadowReleaseProps,
} from './release';

const NEXT: Forms<NextVersion> = {
  image: needed(any, '"registry-vpc.cn-hangzhou.aliyuncs.com/acme/shop:1.5.0"'),
  env: mapOf(any),
};

const ROUTE = needed(
  construct(['ingressClass', 'claims', 'canary'], 'new Ingress(space, "front", { ... })'),
  'ingress',
);

const HEADER = choiceOf(
  {
    always: { name: needed(word, '"x-release"') },
    is: { name: needed(word, '"x-release"'), value: needed(word, '"next"') },
    matches: { name: needed(word, '"x-release"'), pattern: needed(word, '"^next"') },
  },
  'CanaryHeader.is("x-release", "next"), CanaryHeader.always("x-release"), CanaryHeader.matches("x-release", "^next")',
);

const ROUTED: Forms<RoutedReleaseProps> = { ...NEXT, through: ROUTE, header: HEADER, cookie: word };

const BATCHES: Forms<BatchReleaseProps> = {
  ...NEXT,
  batches: needed(listOf(any), '["10%", "50%", "100%"]'),
  done: needed(any, '0'),
};
const CANARY: Forms<CanaryReleaseProps> = { ...ROUTED, pods: needed(any, '2'), weight: any };
const BLUE_GREEN: Forms<BlueGreenReleaseProps> = { ...ROUTED, traffic: needed(any, '"stable"'), pods: any };
const SHADOW: Forms<ShadowReleaseProps> = { ...NEXT, through: ROUTE, pods: needed(any, '2'), bodies: flag };

const FORMS: Readonly<Record<ReleaseData['kind'], Readonly<Record<string, Form>>>> = {
  none: {},
  batches: BATCHES,
  canary: CANARY,
  'blue-green': BLUE_GREEN,
  shadow: SHADOW,
};

/** The form of a release. */
export const RELEASE_FORM: Form = needed(
  choiceOf(
    FORMS,
    'Release.none(), Release.canary({...}), Release.blueGreen({...}), Release.batches({...}), Release.shadow({...})',
  ),
  'Release.none()',
);
