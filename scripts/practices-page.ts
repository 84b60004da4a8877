/** Writes docs/practices.md and docs/practices.zh-CN.md from the practices: `npx tsx scripts/practices-page.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUPS } from '../lib/checks/practices/catalogue';
import type { Practice, Text } from '../lib/checks/practices/practice';

type Language = keyof Text;

const NAMES: Readonly<Record<keyof typeof GROUPS, Text>> = {
  pods: { en: 'Pods', zh: 'Pod' },
  secrets: { en: 'Secrets', zh: '密钥' },
  namespaces: { en: 'Namespaces', zh: '命名空间' },
  services: { en: 'Services and Ingresses', zh: 'Service 与 Ingress' },
  access: { en: 'Access', zh: '授权' },
  clusters: { en: 'Clusters', zh: '集群' },
  nodes: { en: 'Nodes', zh: '节点' },
  databases: { en: 'Databases', zh: '数据库' },
  storage: { en: 'Storage and images', zh: '存储与镜像' },
  network: { en: 'Network', zh: '网络' },
  keys: { en: 'Keys and logs', zh: '密钥服务与日志' },
};

const WORDS = {
  en: {
    title: '# Practices of the field',
    other: '中文版：[practices.zh-CN.md](practices.zh-CN.md)',
    intro: (count: number) => [
      `${count} pieces of advice on clusters, Pods and what is around them, each a pure function over resources: over those of our`,
      'constructs, over raw L1s of the alicloud and kubernetes providers, and over the objects of the library’s own chart. How to',
      'ask for them, suppress one and read the report: [guides/practices.md](guides/practices.md). This page is written by',
      '`npx tsx scripts/practices-page.ts`.',
      '',
      'An **error** is a hole, a loss or an outage waiting for its day: it ends the synthesis of a stack that asks for practices. A',
      '**warning** is printed. A **note** is in the report only. Those marked “production” are not asked of a sandbox, since they',
      'cost money or protect from loss. An id never changes its meaning.',
    ],
    index: ['Practice', 'Weight', 'Profile', 'What it asks for'],
    severity: { error: 'error', warning: 'warning', note: 'note' },
    profile: { all: 'all', production: 'production' },
    looks: 'Looks at',
    why: 'Why',
    fix: 'Fix',
    source: 'Source',
    pods: 'everything that makes Pods',
    colon: ': ',
    stop: '.** ',
    seen: '## What cannot be seen',
    limits: [
      '- **One process per container.** What an image starts is not in the Terraform. A container with a shell that starts several',
      '  programs loses the probes and the signals of all but one: give each its own container.',
      '- **Charts of others.** Only Helm knows what they render. They are listed in the report as not seen into; only secrets in their',
      '  values, and where an Ingress controller goes, are looked at.',
      '- **What Terraform will only know later**: tokens, variables, attributes of other resources. Nothing is said about them.',
      '- **The cloud itself**: what was changed in the console, and what exists outside of the program.',
    ],
  },
  zh: {
    title: '# 最佳实践检查',
    other: 'English: [practices.md](practices.md)',
    intro: (count: number) => [
      `共 ${count} 条，涉及集群、Pod 及其周边资源。每条都是对资源的纯函数检查：既检查本库的构造，也检查 alicloud 与 kubernetes Provider 的`,
      '原始 L1 资源，以及本库自带 Chart 中的对象。如何启用、豁免和阅读报告，见 [guides/practices.md](guides/practices.md)。本页由',
      '`npx tsx scripts/practices-page.ts` 生成。',
      '',
      '**错误**意味着漏洞、数据丢失或迟早发生的中断，会终止启用检查的栈的合成；**警告**会打印出来；**提示**只出现在报告中。标注“生产”的条目',
      '会增加费用或仅用于防止丢失，沙箱不要求。ID 的含义不会改变。',
    ],
    index: ['ID', '级别', '适用', '要求'],
    severity: { error: '错误', warning: '警告', note: '提示' },
    profile: { all: '全部', production: '生产' },
    looks: '检查对象',
    why: '原因',
    fix: '修改',
    source: '来源',
    pods: '所有创建 Pod 的对象',
    colon: '：',
    // Behind the asterisks: before a Chinese character they would not end the bold type.
    stop: '**。',
    seen: '## 无法检查的内容',
    limits: [
      '- **一个容器一个进程**：镜像启动了什么不在 Terraform 中。在一个容器里用脚本启动多个程序，只有其中一个能收到探针与信号：请各用一个容器。',
      '- **第三方 Chart**：渲染结果只有 Helm 知道，报告会将其列为无法检查；仅检查其 values 中的密钥以及 Ingress 控制器的放置。',
      '- **Terraform 运行时才知道的值**：令牌、变量、其他资源的属性，一律不作判断。',
      '- **云上实际状态**：在控制台做的修改，以及程序之外已有的资源。',
    ],
  },
} as const;

/** The page in a language. */
export function practicesPage(language: Language): string {
  const words = WORDS[language];
  const groups = Object.entries(GROUPS) as [keyof typeof GROUPS, readonly Practice[]][];
  const all = groups.flatMap(([, practices]) => practices);
  return [
    words.title,
    '',
    words.other,
    '',
    ...words.intro(all.length),
    '',
    '<!-- prettier-ignore-start -->',
    ...groups.flatMap(([group, practices]) => [
      '',
      `## ${NAMES[group][language]}`,
      '',
      `| ${words.index.join(' | ')} |`,
      '| --- | --- | --- | --- |',
      ...practices.map(
        ({ id, severity, sandbox, title }) =>
          `| [\`${id}\`](#${id}) | ${words.severity[severity]} | ${words.profile[sandbox ? 'all' : 'production']} | ${title[language]} |`,
      ),
      ...practices.flatMap((practice) => entry(practice, language)),
    ]),
    '',
    words.seen,
    '',
    ...words.limits,
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n');
}

function entry({ id, title, reason, fix, source, look }: Practice, language: Language): readonly string[] {
  const words = WORDS[language];
  const subjects = look.at === 'pods' ? words.pods : names(look.at === 'resources' ? look.types : look.kinds);
  return [
    '',
    `### ${id}`,
    '',
    `**${title[language]}${words.stop}${reason[language]}`,
    '',
    `- ${words.looks}${words.colon}${subjects}`,
    `- ${words.fix}${words.colon}${fix[language]}`,
    `- ${words.source}${words.colon}<${source}>`,
  ];
}

const names = (all: readonly string[]): string => all.map((name) => `\`${name}\``).join(', ');

if (require.main === module) {
  writeFileSync(join(__dirname, '../docs/practices.md'), practicesPage('en'));
  writeFileSync(join(__dirname, '../docs/practices.zh-CN.md'), practicesPage('zh'));
}
