import { z } from 'zod'
import { goldenRule, type LegalGroundCode } from '#modules/knowledge'
import type { Unit } from '#modules/organisations'
import { check, type FieldErrors, mayChoose, mayTell, submission } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { readSharingTest } from '../golden-rule.form.ts'
import { areaWords } from '../labels.ts'
import type { PartyUnit, SharingTest } from '../sharing.ts'
import type { OpenableStatement } from '../statement-store.ts'
import type { OpenForm } from './open-statements.ts'

const schema = z.object({
  submission,
  otherUnit: z.string().optional(),
  ground: z.string().optional(),
  informed: mayChoose(['told', 'not_told']),
  informedHow: mayTell(500),
})

export type OpenInput = {
  statements: readonly OpenableStatement[]
  people: readonly string[]
  units: readonly PartyUnit[]
  /** The golden rule, for the units that the family has said yes to. */
  why: SharingTest | undefined
  /** Another unit, that a rule lets read. */
  onGround: OnGround | undefined
  /** Something that was chosen has got a new version, or may no longer be opened. */
  changed: boolean
}

export type OnGround = {
  unit: Unit
  ground: LegalGroundCode
  /** Undefined in an emergency: explained within a day. */
  why: SharingTest | undefined
  informed: boolean
  how: SealedText
}

/** A statement and the version that was read: what is opened is what was seen. */
export const statementValue = ({ itemId, version }: OpenableStatement) => `${itemId}.${version}`

export function readOpen(form: ReadForm, now: OpenForm): Result<OpenInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const chosen = (name: string, value: string) => many(form.typed, name).includes(value)
  const wanted = many(form.typed, 'items')
  const statements = now.statements.filter((said) => chosen('items', statementValue(said)))
  const people = now.family.map(({ personId }) => personId).filter((id) => chosen('people', id))
  const units = now.units.filter(({ unitId }) => chosen('units', unitId))
  const wrong: Record<string, string> = {}
  if (wanted.length === 0) wrong['items'] = 'Välj något att visa'
  const other = form.typed['otherUnit'] ? readOnGround(form, read.value, now) : undefined
  if (people.length === 0 && units.length === 0 && !other) wrong['people'] = 'Välj vem som ska få läsa'
  const outside = units.map((unit) => beyond(unit, statements)).find((text) => text !== undefined)
  if (outside) wrong['units'] = outside
  const why = units.length > 0 ? readSharingTest(form, 'consent') : undefined
  if (why && !why.ok) Object.assign(wrong, why.error)
  if (other && !other.ok) Object.assign(wrong, other.error)
  if (Object.keys(wrong).length > 0) return fail(wrong)
  return ok({
    statements,
    people,
    units,
    why: why?.ok ? why.value : undefined,
    onGround: other?.ok ? other.value : undefined,
    changed: statements.length < wanted.length,
  })
}

/** Without the family's yes: a rule from the list, three sentences, and whether the family got to know. */
function readOnGround(
  form: ReadForm,
  read: z.output<typeof schema>,
  { others, grounds }: OpenForm,
): Result<OnGround, FieldErrors> {
  const unit = others.find(({ id }) => id === read.otherUnit)
  const ground = grounds.find(({ code }) => code === read.ground)
  const why = readSharingTest(form, 'ground')
  const emergency = ground?.code === 'nod' && isUnanswered(form)
  const wrong: Record<string, string> = { ...(!why.ok && !emergency && why.error) }
  if (!unit) wrong['otherUnit'] = 'Välj en verksamhet i listan'
  if (!ground) wrong['ground'] = 'Välj den regel som gör att du får visa det'
  if (!read.informed) wrong['informed'] = 'Svara på om familjen har fått veta'
  if (!read.informedHow) wrong['informedHow'] = 'Skriv hur de fick veta, eller varför de inte har fått det'
  if (!unit || !ground || !read.informed || !read.informedHow || Object.keys(wrong).length > 0)
    return fail(wrong)
  return ok({
    unit,
    ground: ground.code,
    why: why.ok ? why.value : undefined,
    informed: read.informed === 'told',
    how: read.informedHow,
  })
}

/** In an emergency nothing needs to be written before it is shown. */
const isUnanswered = ({ typed }: ReadForm) =>
  goldenRule.words.every(({ code }) => String(typed[code] ?? '').trim() === '')

function beyond({ name, areas }: PartyUnit, statements: readonly OpenableStatement[]): string | undefined {
  const outside = [...new Set(statements.map(({ area }) => area))].filter((area) => !areas.includes(area))
  return outside.length > 0
    ? `Familjen har inte sagt ja till att ${name} får veta om ${areaWords(outside)}`
    : undefined
}
