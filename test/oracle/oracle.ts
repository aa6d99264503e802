import { type Facts, type Guardian, type Party, type Person, type Staff, staffAtLisas } from './facts.ts'

// Who may see what, said once more in other words than the program's: from the facts alone, without a query.
// Where the two differ, one of them is wrong.

/**
 * What somebody is to Lisa at the moment of the facts. `took over`: carries what moved. `kept`: carried it before, and
 * has what was made until then.
 */
export type Place =
  | 'carries'
  | 'took over'
  | 'kept'
  | 'whole'
  | 'own'
  | 'knows'
  | 'family'
  | 'silent-family'
  | 'stranger'

const family: readonly string[] = ['sara', 'jonas', 'lisaSelf']

/** Everybody, and Lisa with the device that Maja has handed her. */
export type Looking = Person | 'lisaBeside'

export function placeOf(facts: Facts, who: Looking): Place {
  // It ends with Maja's employment.
  if (who === 'lisaBeside') return facts.left.includes('maja') ? 'stranger' : placeOf(facts, 'lisaSelf')
  if (family.includes(who)) return isOpenTo(facts, who as Guardian | 'lisaSelf') ? 'family' : 'silent-family'
  if (who === 'karin' || facts.left.includes(who as Staff)) return 'stranger'
  if (who === 'birgit' && facts.moved) return 'took over'
  // What Maja held when she left is held by Stig, who stands in for her.
  const holds = who === 'maja' || (who === 'stig' && facts.left.includes('maja') && !facts.moved)
  const worksWithLisa = facts.matterOpen && (holds || facts.working.includes(who as Staff))
  if (worksWithLisa && staffAtLisas.includes(who as Staff)) return facts.moved ? 'kept' : 'carries'
  const part = facts.matterOpen && who in facts.parties ? partOf(facts, who as Party) : undefined
  if (part) return part
  return knows(facts, who) ? 'knows' : 'stranger'
}

/** Assigned to Lisa in any way at all: the name and no more. */
function knows(facts: Facts, who: Person): boolean {
  if (facts.ordinary.includes(who as Staff)) return true
  if (!facts.matterOpen || !(who in facts.parties) || facts.moved) return false
  const { consent, assigned } = facts.parties[who as Party]
  // Taken back, even the name goes.
  return consent === 'yes' && assigned
}

function partOf(facts: Facts, who: Party): 'whole' | 'own' | undefined {
  const { consent, part, assigned } = facts.parties[who]
  // What the school had let others into ended when the matter left it.
  if (facts.moved) return undefined
  // A yes lasts ninety days, and holds until one of the signers takes it back.
  return consent === 'yes' && assigned && facts.daysLater < 90 ? part : undefined
}

function isOpenTo(facts: Facts, who: Guardian | 'lisaSelf'): boolean {
  if (!facts.matterOpen || !facts.told.includes(who)) return false
  return who === 'lisaSelf' || !facts.barredWholly.includes(who)
}

/** The units whose actions in the plan they read. */
export function actionsSeen(facts: Facts, who: Looking): readonly ('school' | Party)[] {
  const all = ['school', 'sofia', 'ali', 'ingrid'] as const
  switch (placeOf(facts, who)) {
    case 'carries':
    case 'kept':
    case 'whole':
      return all
    case 'own':
      return all.filter((unit) => unit === who)
    case 'family': {
      // Lisa's own side shows at most what both guardians may see; beside Maja all that is not barred for herself.
      if (who === 'lisaBeside') return all
      const hidden =
        who === 'lisaSelf' ? facts.barredAction.length > 0 : facts.barredAction.includes(who as Guardian)
      return hidden ? all.filter((unit) => unit !== 'school') : all
    }
    default:
      return []
  }
}

/** What the school wrote inside its own wall: those there who carry it, or did. */
export const readsSchoolsNotes = (facts: Facts, who: Looking): boolean =>
  ['carries', 'kept'].includes(placeOf(facts, who))

/** What Lisa told Petra only: Petra, as long as she works there and knows Lisa. */
export const readsWhatWasTold = (facts: Facts, who: Looking): boolean =>
  facts.matterOpen && who === 'petra' && ['carries', 'kept', 'knows'].includes(placeOf(facts, who))
