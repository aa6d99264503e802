import type { FieldErrors } from '#shared/fields.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Speaker } from '../wheel.ts'
import type { StatementInput } from './add-statement.form.ts'

/** Those whose words can be written down by somebody who works with the child. */
export type Speakers = {
  me: { personId: string; unitId: string }
  guardians: readonly { personId: string; label: string }[]
  adults: readonly { id: string; label: string }[]
  colleagues: readonly { personId: string; label: string }[]
  units: readonly { unitId: string; label: string }[]
}

type Chosen = Pick<StatementInput, 'voice' | 'colleague' | 'unit' | 'adultName' | 'adultCalled'>

/** Whose words they are, as it was chosen; an adult that was not known before gets the id given. */
export function speakerOf(chosen: Chosen, known: Speakers, newId: string): Result<Speaker, FieldErrors> {
  const [kind, id] = (chosen.voice ?? '').split(':')
  switch (kind) {
    case 'child':
      return ok({ voice: 'child' })
    case 'me':
      return ok({ voice: 'professional', ...known.me })
    case 'guardian': {
      const found = known.guardians.find(({ personId }) => personId === id)
      return found ? ok({ voice: 'guardian', personId: found.personId }) : unknown
    }
    case 'adult': {
      const found = known.adults.find((adult) => adult.id === id)
      return found ? ok({ voice: 'important_adult', adultId: found.id }) : unknown
    }
    case 'new_adult':
      if (!chosen.adultCalled) return fail({ adultCalled: 'Skriv vad barnet kallar den vuxna' })
      if (!chosen.adultName) return fail({ adultName: 'Skriv vad den vuxna heter' })
      return ok({ voice: 'important_adult', adultId: newId })
    case 'colleague': {
      const found = known.colleagues.find(({ personId }) => personId === chosen.colleague)
      if (!found) return fail({ colleague: 'Välj vem av era kollegor det är' })
      return ok({ voice: 'professional', personId: found.personId, unitId: known.me.unitId })
    }
    case 'unit': {
      const found = known.units.find(({ unitId }) => unitId === chosen.unit)
      return found
        ? ok({ voice: 'professional', unitId: found.unitId })
        : fail({ unit: 'Välj vilken verksamhet' })
    }
    default:
      return unknown
  }
}

const unknown = fail({ voice: 'Välj vem det är som säger det' })
