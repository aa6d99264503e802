import { z } from 'zod'
import type { WheelArea } from '#modules/knowledge'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** What the child wants, what is being done, and what the family has been told. */
export const lineKinds = ['wish', 'action', 'told'] as const
/** On paper also what somebody has said: there no grant carries it. */
export const paperKinds = ['works', ...lineKinds] as const
export type LineKind = (typeof paperKinds)[number]

/** One line of the page that goes along: as it was when it was chosen. */
export type Line = {
  kind: LineKind
  what: SealedText
  /** Who does it, and how often. */
  who: SealedText | undefined
  when: SealedText | undefined
}

/**
 * A line that may be chosen. Its id carries the version, so that what is chosen is what was read. The areas say whether the
 * family's yes reaches it; none: it lies in no area.
 */
export type PossibleLine = Line & { id: string; areas: readonly WheelArea[] | undefined }

const may = sealedText.optional()

export const pageLine = z
  .object({ kind: z.enum(paperKinds), what: sealedText, who: may, when: may })
  .transform(({ kind, what, who, when }): Line => ({ kind, what, who, when }))

/** The page as it lies sealed. */
export const pageBody = z.object({ lines: z.array(pageLine) })

/** What was ticked under one question. */
export const chosenIds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((chosen = []) => [...new Set(chosen)])

/** A statement as it is chosen: one version of it. */
export const statementKey = ({ itemId, version }: { itemId: string; version: number }): string =>
  `${itemId}.${version}`

/** What was chosen and does not stand so any more: it was written anew, or taken away, after the page was read. */
export const changedSince = (
  chosen: readonly string[],
  possible: readonly { id: string }[],
): readonly string[] => chosen.filter((key) => !possible.some(({ id }) => id === key))

/** Is it the same line, in whichever version? */
export const isOfSame = (one: string, other: string): boolean => one.split('.')[0] === other.split('.')[0]

export const ofLineKind = <T extends Line>(lines: readonly T[], kind: LineKind): readonly T[] =>
  lines.filter((line) => line.kind === kind)

/** Does the family's yes reach all of it? What lies in no area concerns the hand-over itself. */
export const isWithin = ({ areas }: Pick<PossibleLine, 'areas'>, agreed: readonly WheelArea[]): boolean =>
  areas === undefined || (areas.length > 0 && areas.every((area) => agreed.includes(area)))

/** The page's lines as they are kept, without what they were chosen by. */
export const asKept = ({ kind, what, who, when }: PossibleLine): Line => ({ kind, what, who, when })
