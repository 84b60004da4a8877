/** Whether a range holds every address, or half of them: two halves are everybody too. */
export function isEverybody(range: string): boolean {
  const [address, mask] = range.trim().split('/');
  if (address === '0.0.0.0' && mask === undefined) {
    return true;
  }
  return mask !== undefined && /^[01]$/.test(mask) && /^[\d.]+$|^[0-9a-f:]*:[0-9a-f:]*$/i.test(address!);
}
