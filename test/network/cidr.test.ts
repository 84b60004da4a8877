import fc from 'fast-check';
import { addresses, cidr, contains, overlaps, parseCidr, subnet, usableAddresses } from '../../lib/network/cidr';
import { regionOfZone, slotOfZone } from '../../lib/network/cidr-zone';

function refused(text: unknown) {
  const parsed = parseCidr(text, 'vpc');
  return parsed.ok ? parsed.cidr : `${parsed.problem.what} [${parsed.problem.code}] ${parsed.problem.fix}`;
}

describe('strict reading', () => {
  test('a range is frozen plain data', () => {
    const parsed = parseCidr('10.1.0.0/16');
    expect(parsed).toEqual({ ok: true, cidr: { text: '10.1.0.0/16', first: 0x0a010000, last: 0x0a01ffff, mask: 16 } });
    expect(Object.isFrozen(parsed.ok && parsed.cidr)).toBe(true);
  });

  test.each([
    ['10.0.3.1/28', 'vpc "10.0.3.1/28" has host bits set [cidr-host-bits] did you mean "10.0.3.0/28"?'],
    [
      '10.0.3.0/16',
      'vpc "10.0.3.0/16" has host bits set [cidr-host-bits] did you mean "10.0.0.0/16", or "10.0.3.0/24"?',
    ],
    ['10.0.0.0', 'vpc "10.0.0.0" has no mask [cidr-invalid] did you mean "10.0.0.0/16"?'],
    ['192.168.3.0', 'vpc "192.168.3.0" has no mask [cidr-invalid] did you mean "192.168.3.0/24"?'],
    ['10.0.0.0/33', 'vpc "10.0.0.0/33" has a mask that is not 0 to 32 [cidr-mask] did you mean "10.0.0.0/16"?'],
    ['10.0.0.0/08', 'vpc "10.0.0.0/08" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/8"?'],
    ['10.0.0.1abc', 'vpc "10.0.0.1abc" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/24"?'],
    ['10.0.0.0/16abc', 'vpc "10.0.0.0/16abc" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/16"?'],
    ['10.0.0.0 /16', 'vpc "10.0.0.0 /16" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/16"?'],
    [' 10.0.0.0/16', 'vpc " 10.0.0.0/16" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/16"?'],
    ['10.0.0.0/16\n', 'vpc "10.0.0.0/16\\n" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/16"?'],
    ['010.0.0.0/8', 'vpc "010.0.0.0/8" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/8"?'],
    ['10.0.0/8', 'vpc "10.0.0/8" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/8"?'],
    [
      '10.0.0.0/255.255.0.0',
      'vpc "10.0.0.0/255.255.0.0" is not an IPv4 range [cidr-invalid] did you mean "10.0.0.0/16"?',
    ],
    ['fd00::/8', 'vpc "fd00::/8" is an IPv6 range [cidr-invalid] write an IPv4 range, such as vpc: "10.0.0.0/16"'],
    ['', 'vpc "" is not an IPv4 range [cidr-invalid] write an IPv4 range, such as vpc: "10.0.0.0/16"'],
    [
      '300.0.0.0/8',
      'vpc "300.0.0.0/8" is not an IPv4 range [cidr-invalid] write an IPv4 range, such as vpc: "10.0.0.0/16"',
    ],
    [
      '${alicloud_vpc.main.cidr_block}',
      'vpc "${alicloud_vpc.main.cidr_block}" is known to Terraform only when it applies [cidr-invalid] write the range itself: a plan is made before that',
    ],
    [NaN, 'vpc NaN is not text [cidr-invalid] write an IPv4 range as text, such as vpc: "10.0.0.0/16"'],
    [undefined, 'vpc undefined is not text [cidr-invalid] write an IPv4 range as text, such as vpc: "10.0.0.0/16"'],
    [null, 'vpc null is not text [cidr-invalid] write an IPv4 range as text, such as vpc: "10.0.0.0/16"'],
    [10n, 'vpc 10n is not text [cidr-invalid] write an IPv4 range as text, such as vpc: "10.0.0.0/16"'],
  ])('%j is refused with what was meant', (text, expected) => {
    expect(refused(text)).toBe(expected);
  });

  test('reads exactly the well-formed ranges without host bits, and gives them back as they were', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), (address, mask) => {
        const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
        const parsed = parseCidr(`${octets}/${mask}`);
        expect(parsed.ok).toBe(address % 2 ** (32 - mask) === 0);
        expect(parsed.ok ? parsed.cidr.text : parsed.problem.code).toBe(
          parsed.ok ? `${octets}/${mask}` : 'cidr-host-bits',
        );
      }),
    );
  });

  test('never throws, and what it proposes can be read', () => {
    const near = fc.stringMatching(/^\s?[0-9]{1,3}(\.[0-9]{1,3}){2,4}[ /a]{0,2}[0-9]{0,3}[x.]?$/);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), near), (value) => {
        const parsed = parseCidr(value);
        const meant = parsed.ok ? value : /did you mean "(.*?)"/.exec(parsed.problem.fix)?.[1];
        expect(meant === undefined || parseCidr(meant).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a constant that is no range is a RangeError, for programmers', () => {
    expect(() => cidr('10.0.0.1/8')).toThrow(
      new RangeError('cidr "10.0.0.1/8" has host bits set: did you mean "10.0.0.0/8"?'),
    );
  });
});

describe('arithmetic', () => {
  test('a vSwitch has four addresses fewer than its range', () => {
    const usable = ['/29', '/24', '/22', '/20', '/19', '/16'].map((mask) => usableAddresses(cidr(`10.0.0.0${mask}`)));
    expect(usable).toEqual([4, 252, 1020, 4092, 8188, 65532]);
    expect([usableAddresses(cidr('10.0.0.0/32')), addresses(cidr('0.0.0.0/0'))]).toEqual([0, 2 ** 32]);
  });

  test('parts of a range are counted from its start', () => {
    expect(subnet(cidr('192.168.0.0/16'), 19, 3).text).toBe('192.168.96.0/19');
    expect(() => subnet(cidr('192.168.0.0/16'), 19, 8)).toThrow('192.168.0.0/16 has no part 8 of mask /19');
    expect(() => subnet(cidr('192.168.0.0/16'), 15, 0)).toThrow('192.168.0.0/16 has no parts of mask /15');
  });

  test('ranges meet when they share an address, and hold each other when all are shared', () => {
    const [wide, inner, beside] = [cidr('10.0.0.0/15'), cidr('10.1.255.0/24'), cidr('10.2.0.0/16')];
    expect([overlaps(wide, inner), overlaps(inner, wide), overlaps(wide, beside), overlaps(wide, wide)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(overlaps(cidr('10.0.0.0/32'), wide)).toBe(true);
    expect([contains(wide, inner), contains(inner, wide), contains(wide, beside), contains(wide, wide)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('zones', () => {
  test.each([
    ['cn-hangzhou-h', 'cn-hangzhou', 7],
    ['cn-hongkong-b', 'cn-hongkong', 1],
    ['ap-southeast-1a', 'ap-southeast-1', 0],
    ['us-east-1b', 'us-east-1', 1],
    ['cn-shenzhen-finance-1a', 'cn-shenzhen-finance-1', 0],
    ['cn-zhengzhou-jva-a', 'cn-zhengzhou-jva', 0],
    ['cn-north-2-gov-1p', 'cn-north-2-gov-1', 15],
    ['cn-hangzhou-q', 'cn-hangzhou', undefined],
    ['cn-hangzhou', undefined, undefined],
    ['ap-southeast-1', undefined, undefined],
    ['ap-southeast-1-a', undefined, undefined],
    ['cn-hangzhou-MAZ1(b,c)', undefined, undefined],
    ['cn-h', undefined, undefined],
  ])('%s is of %s, slot %s', (zone, region, slot) => {
    expect([regionOfZone(zone), slotOfZone(zone)]).toEqual([region, slot]);
  });
});
