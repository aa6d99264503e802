import type { Child } from 'hono/jsx'
import type { Responsible } from '#modules/responsibility'
import { type Day, dayAndMonth, dayWithYear, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import type { PartyPart } from '#shared/schema.ts'
import { AreaList } from '#ui/area.tsx'
import { Actions, LinkButton, Receipt } from '#ui/parts.tsx'
import { AsWritten, listed, say, sayWith } from '#ui/say.tsx'
import { signerName } from '../labels.ts'
import type { Line, Sheet } from '../sheet.ts'
import { inWords } from '../words.ts'
import type { Receipt as UnitsReceipt, WhoSees } from './who-sees.ts'
import { groundText } from './who-sees-texts.ts'

/** The unit that carries it: it reads because the work is its own. */
export function LeadReceipt({ child, reader, lead }: WhoSees & { lead: Responsible }) {
  return (
    <Receipt
      title={lead.unitName}
      who={listed([lead.name, lead.title])}
      items={[
        [
          say('Får läsa'),
          reader === 'self'
            ? say('Det som är uppmärksammat och samlat om dig, och hela planen')
            : say('Det som är uppmärksammat och samlat om {name}, och hela planen', {
                name: callOf(child.person),
              }),
        ],
        [
          say('Behövs för att'),
          say('{name} är Barnets bästa-ansvarig och håller ihop hjälpen.', { name: lead.name }),
        ],
        [say('Gäller till'), say('Hjälpen är klar, eller någon annan tar över.')],
      ]}
    />
  )
}

/** Another unit: what it reads, why, who said yes, since when and until when. */
export function UnitReceipt(props: WhoSees & { receipt: UnitsReceipt }) {
  const { child, reader, items, receipt } = props
  const { party, ground, sheet, line } = receipt
  const { name, part, contact, since, until, unitId } = party
  const areas = [...new Set(items.flatMap(({ unit, area }) => (unit?.id === unitId && area ? [area] : [])))]
  return (
    <Receipt
      title={name}
      who={contact && listed([contact.name, contact.title])}
      items={[
        [
          say('Får läsa'),
          part === 'own'
            ? say('Bara sin egen del: det de själva gör, dagar och vem man ringer')
            : say('Hela planen'),
        ],
        [say('Har hittills fått läsa'), part && since && shownSoFar(part, swedishDay(since))],
        [say('Och i hjulet'), areas.length > 0 && <AreaList areas={areas} />],
        [say('Därför får de'), groundText(ground, reader === 'self')],
        [
          say('Behövs för att'),
          sheet && (
            <span class="prewrap">
              <AsWritten>{sheet.purpose.reveal()}</AsWritten>
            </span>
          ),
        ],
        [say('Vem som sa ja'), sheet && line && whoSaidYes(props, sheet, line)],
        [say('Gäller till och med'), dayWithYear(swedishDay(new Date(until.getTime() - 1)))],
      ]}
    >
      <Actions>
        {sheet && reader !== 'lead' ? (
          <LinkButton href={paths.sharing.sheet.to({ childId: child.id, consentId: sheet.id })} secondary>
            {sayWith('Ändra eller ta tillbaka<hidden> för {name}</hidden>', { name, hidden })}
          </LinkButton>
        ) : (
          reader === 'lead' && (
            <LinkButton href={paths.sharing.consents.to({ childId: child.id })} secondary>
              Ändra<span class="sr"> för {name}</span>
            </LinkButton>
          )
        )}
      </Actions>
    </Receipt>
  )
}

const hidden = (words: Child) => <span class="sr">{words}</span>

const shownSoFar = (part: PartyPart, since: Day): string =>
  part === 'own'
    ? say('Sin egen del av planen, sedan {day}', { day: dayAndMonth(since) })
    : say('Planen, sedan {day}', { day: dayAndMonth(since) })

/** A unit that has no part in the plan, but reads something that was said on the wheel. */
export function ItemsReceipt({ items, reader, unitId }: WhoSees & { unitId: string }) {
  const read = items.filter(({ unit }) => unit?.id === unitId)
  const areas = [...new Set(read.flatMap(({ area }) => area ?? []))]
  const [last] = read.map(({ lastDay }) => lastDay).sort((a, b) => b.localeCompare(a))
  const [since] = read.map((item) => item.since).sort()
  const grounds = [...new Set(read.flatMap(({ ground }) => groundText(ground, reader === 'self') ?? []))]
  return (
    <Receipt
      title={read[0]?.unit?.name ?? ''}
      items={[
        [say('Får läsa i hjulet'), <AreaList areas={areas} />],
        [say('Därför får de'), grounds.join(' ') || undefined],
        [say('Sedan'), since && dayAndMonth(since)],
        [say('Gäller till och med'), last && dayWithYear(last)],
      ]}
    />
  )
}

/** A signer reads of itself only; those who carry the matter of everybody. */
function whoSaidYes({ child, reader }: WhoSees, { signers }: Sheet, { answers }: Line): string {
  const yes = signers.flatMap((signer) => {
    const said = answers.find(({ signerId, answer }) => signerId === signer.id && answer === 'yes')
    if (!said) return []
    const day = dayAndMonth(said.answeredOn)
    return [reader === 'lead' ? `${signerName(signer, child.person)}, ${day}` : say('Du, {day}', { day })]
  })
  return inWords(yes)
}
