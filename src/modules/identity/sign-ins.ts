/** A time that somebody showed who they are, and who vouched for them. */
export type SignIn = { at: Date; issuer: string; isThis: boolean }

/** What a person reads of their own sign-ins on their first page. */
export type EarlierSignIns = {
  last: Date
  /** The latest in another way than this person had ever used when they were last here in this way. */
  unusual: Date | undefined
}

/**
 * Of my sign-ins, this one among them. What is unusual is told at the next sign-in in a usual way, and once: after that,
 * both ways are usual. What way it was is told by the issuer alone; we know nothing of browsers, places or devices.
 */
export function earlierSignIns(all: readonly SignIn[]): EarlierSignIns | undefined {
  const mine = all.find(({ isThis }) => isThis)
  if (!mine) return undefined
  const earlier = all.filter(({ at }) => at < mine.at)
  const last = latest(earlier)
  if (!last) return undefined
  const before = latest(earlier.filter(({ issuer }) => issuer === mine.issuer))
  const usual = new Set(before && all.filter(({ at }) => at <= before.at).map(({ issuer }) => issuer))
  const unusual = before && latest(all.filter(({ at, issuer }) => at > before.at && !usual.has(issuer)))
  return { last: last.at, unusual: unusual?.at }
}

const latest = (signIns: readonly SignIn[]): SignIn | undefined =>
  signIns.reduce<SignIn | undefined>((one, other) => (one && one.at >= other.at ? one : other), undefined)
