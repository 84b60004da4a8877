import fc from 'fast-check';
import { CORE_DNS_DEFAULTS } from '../../../lib/workload/dns/core-dns-props';
import {
  corefileText,
  serverBlocks,
  sidecarBlocks,
  type CorefileAsk,
  type Directive,
} from '../../../lib/workload/dns/corefile';

/** Reads a Corefile as CoreDNS does, as far as it is written here: words, and braces at the ends of lines. */
function parsed(text: string) {
  const blocks: { zones: string[]; plugins: { name: string; args: string[]; body: string[][] }[] }[] = [];
  let inPlugin = false;
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/).filter(Boolean);
    const opens = words.at(-1) === '{';
    const said = opens ? words.slice(0, -1) : words;
    const block = blocks.at(-1);
    if (words.length === 0) {
      continue;
    } else if (words[0] === '}') {
      inPlugin = inPlugin ? false : inPlugin;
    } else if (!line.startsWith(' ')) {
      blocks.push({ zones: said, plugins: [] });
    } else if (inPlugin) {
      block!.plugins.at(-1)!.body.push(said);
    } else {
      block!.plugins.push({ name: said[0]!, args: said.slice(1), body: [] });
      inPlugin = opens;
    }
  }
  return blocks;
}

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = fc.array(label, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('.'));
const address = fc.ipV4();

const ask: fc.Arbitrary<CorefileAsk> = fc.record({
  clusterDomain: domain,
  forwarders: fc.dictionary(domain, fc.array(address, { minLength: 1, maxLength: 3 }), { maxKeys: 4 }),
  hosts: fc.dictionary(domain, address, { maxKeys: 4 }),
  cacheSeconds: fc.nat(3600),
  log: fc.boolean(),
  autopath: fc.boolean(),
  preferUdp: fc.boolean(),
  events: fc.boolean(),
});

const plugin = (plugins: readonly Directive[], name: string) => plugins.find((one) => one.name === name);

test('what is written reads back as what was meant', () => {
  fc.assert(
    fc.property(ask, (given) => {
      const blocks = serverBlocks(given);
      expect(parsed(corefileText(blocks))).toEqual(blocks);
    }),
  );
});

test('whatever is asked for, the cluster finds its own names, the VPC is asked for all others, and the kubelet sees how it is', () => {
  fc.assert(
    fc.property(ask, (given) => {
      const [main] = serverBlocks(given);
      expect(main!.zones).toEqual(['.:53']);
      expect(plugin(main!.plugins, 'forward')!.args).toEqual(['.', '/etc/resolv.conf']);
      expect(plugin(main!.plugins, 'kubernetes')!.args[0]).toBe(given.clusterDomain);
      for (const name of ['errors', 'health', 'ready', 'prometheus', 'loop', 'reload', 'loadbalance']) {
        expect(main!.plugins.filter((one) => one.name === name)).toHaveLength(1);
      }
    }),
  );
});

test('each domain of others has one server that asks theirs, and no other server mentions it', () => {
  fc.assert(
    fc.property(ask, (given) => {
      const [, ...others] = serverBlocks(given);
      const pairs = others.map(({ zones, plugins }) => [
        zones[0]!.replace(/:53$/, ''),
        plugin(plugins, 'forward')!.args.slice(1),
      ]);
      expect(Object.fromEntries(pairs)).toEqual({ ...given.forwarders });
      expect(pairs.map(([zone]) => zone)).toEqual(Object.keys(given.forwarders).sort());
    }),
  );
});

test('names with an address here let all other names fall through', () => {
  fc.assert(
    fc.property(ask, (given) => {
      const hosts = plugin(serverBlocks(given)[0]!.plugins, 'hosts');
      const lines = hosts?.body ?? [['fallthrough']];
      expect(lines.at(-1)).toEqual(['fallthrough']);
      expect(Object.fromEntries(lines.slice(0, -1).map(([ip, name]) => [name, ip]))).toEqual({ ...given.hosts });
    }),
  );
});

test('the same settings in another order are the same file', () => {
  const forwarders = { 'a.example.com': ['10.0.0.1'], 'b.example.com': ['10.0.0.2'] };
  const swapped = Object.fromEntries(Object.entries(forwarders).reverse());
  const text = (one: CorefileAsk['forwarders']) =>
    corefileText(serverBlocks({ ...CORE_DNS_DEFAULTS, forwarders: one }));
  expect(text(swapped)).toBe(text(forwarders));
});

test('without settings it is what the component comes with, its log apart', () => {
  expect(corefileText(serverBlocks(CORE_DNS_DEFAULTS))).toBe(`.:53 {
    errors
    health {
        lameduck 15s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods verified
        ttl 30
        fallthrough in-addr.arpa ip6.arpa
    }
    prometheus :9153
    forward . /etc/resolv.conf {
        prefer_udp
    }
    cache 30
    loop
    reload
    loadbalance
}
`);
});

test('the cache in a Pod listens for its own Pod only', () => {
  const blocks = sidecarBlocks(['172.21.0.10'], 60, 18080);
  expect(parsed(corefileText(blocks))).toEqual(blocks);
  expect(plugin(blocks[0]!.plugins, 'bind')!.args).toEqual(['127.0.0.1']);
});
