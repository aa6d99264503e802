import { createHash } from 'node:crypto'

/** The same random-looking id for the same slug, every time: a version 8 UUID from SHA-256. */
export function demoId(slug: string): string {
  const bytes = createHash('sha256').update(`kronobarn demo ${slug}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const withPrefix = (kind: string) => (slug: string) => demoId(`${kind}:${slug}`)

/** The ids of everything in the county, from their slugs. */
export const idOf = {
  authority: withPrefix('authority'),
  secrecyUnit: withPrefix('secrecy-unit'),
  unit: withPrefix('unit'),
  person: withPrefix('person'),
  child: withPrefix('child'),
  engagement: (person: string, unit: string) => demoId(`engagement:${person} ${unit}`),
} as const
