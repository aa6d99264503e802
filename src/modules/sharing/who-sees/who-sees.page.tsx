import type { Child } from 'hono/jsx'
import { goldenRule } from '#modules/knowledge'
import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaList } from '#ui/area.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Empty, Intro, Lines, PrintOnly, Receipts, Section } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import { LinkReceipt, linkName } from './link-receipt.parts.tsx'
import { ItemsReceipt, LeadReceipt, UnitReceipt } from './receipt.parts.tsx'
import type { WhoSees } from './who-sees.ts'
import { keeperText, notShared, whatTheLawSays, yesAndNo } from './who-sees-texts.ts'

/** Who can see what, why, since when and until when: as receipts, in words for a thirteen-year-old. */
export function WhoSeesPage(props: WhoSees & { viewer: Viewer }) {
  const { child, reader, receipts, items, lead, keeper, viewer, today } = props
  const inPlan = new Set(receipts.map(({ party }) => party.unitId))
  const others = [...new Set(items.flatMap(({ unit }) => (unit && !inPlan.has(unit.id) ? [unit.id] : [])))]
  const links = props.links.filter(({ lives }) => lives)
  const call = callOf(child.person)
  const told = { self: reader === 'self', call }
  const rule = say(goldenRule.paragraphs[0] ?? '')
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <PrintOnly>
        <p>{say('Utskrivet för {name} den {day}.', { name: viewer.name, day: dayWithYear(today) })}</p>
      </PrintOnly>
      <Intro kicker={nameOf(child.person)} title={titleOf(props)} lead={leadOf(props)} />
      <Section
        id="delas"
        title={say('Det här delas nu')}
        lead={`${rule} ${say('Det kallas gyllene regeln.')}`}
      >
        <Receipts>
          {lead && <LeadReceipt {...props} lead={lead} />}
          {receipts.map((receipt) => (
            <UnitReceipt {...props} receipt={receipt} />
          ))}
          {others.map((unitId) => (
            <ItemsReceipt {...props} unitId={unitId} />
          ))}
          {links.map((link) => (
            <LinkReceipt {...props} link={link} />
          ))}
        </Receipts>
        {receipts.length + others.length + links.length === 0 && (
          <Empty>{say('Ingen annan får läsa något just nu.')}</Empty>
        )}
      </Section>
      <Past {...props} />
      <Shown {...props} />
      {reader !== 'lead' && (
        <Section id="har-last" title={say('Vem har läst?')}>
          <p>
            {reader === 'self'
              ? say('Varje gång någon som arbetar öppnar något om dig skrivs det upp.')
              : say('Varje gång någon som arbetar öppnar något om {name} skrivs det upp.', {
                  name: call,
                })}{' '}
            <a class="no-print" href={paths.readerLog.show.to({ childId: child.id })}>
              {say('Se vilka som har läst')}
            </a>
          </p>
        </Section>
      )}
      <Section id="delas-inte" title={say('Det här delas inte')}>
        <Lines items={notShared(told)} />
      </Section>
      <Section id="ja-och-nej" title={say('Ja, nej och att ändra sig')}>
        <Lines items={yesAndNo(told.self, lead?.name)} />
        <p class="no-print">
          <a href={paths.sharing.consents.to({ childId: child.id })}>
            {reader === 'lead' ? 'Se vad familjen har svarat' : say('Se eller ändra det du har svarat')}
          </a>
        </p>
      </Section>
      {keeper && (
        <Section id="forvaras" title={say('Vem har hand om planen?')}>
          <p>{keeperText(keeper)}</p>
        </Section>
      )}
      <Section id="lagen" title={say('När lagen säger något annat')}>
        <Lines items={whatTheLawSays(told)} />
      </Section>
    </>
  )
}

const bold = (words: Child) => <b>{words}</b>

/** They read no more, and keep what they have read. */
function Past({ child, past, links }: WhoSees) {
  const over = links.filter(({ lives }) => !lives)
  if (past.length + over.length === 0) return null
  const units = past.map(({ name, since }) => (
    <>
      {sayWith('<b>{name}</b> kan inte läsa mer. Det de fick läsa från den {day} får de behålla.', {
        name,
        day: dayAndMonth(since),
        b: bold,
      })}
    </>
  ))
  const adults = over.map((link) => (
    <>
      {sayWith('<b>{name}</b> fick en fråga den {day}. Länken har slutat gälla.', {
        name: linkName(link, child),
        day: dayAndMonth(link.since),
        b: bold,
      })}
    </>
  ))
  return (
    <Section id="har-last-forut" title={say('De här har fått läsa förut')}>
      <Lines items={[...units, ...adults]} />
    </Section>
  )
}

const titleOf = ({ child, reader }: WhoSees): string =>
  reader === 'self'
    ? say('Vem ser vad om dig?')
    : say('Vem ser vad om {person}?', { person: callOf(child.person) })

function leadOf({ child, reader, lead }: WhoSees): string {
  if (reader === 'lead')
    return 'Så här ser det ut för familjen. Bara det som de själva får veta visas för dem.'
  const name = callOf(child.person)
  const may =
    reader === 'self'
      ? say('Här ser du vem som får läsa om dig, och varför. Det går att ändra.')
      : say('Ni bestämmer vad som delas, och ni kan ändra er när ni vill.')
  const unit = lead?.unitName
  return `${may} ${unit ? sameHelpFrom(unit) : sameHelp(reader === 'self' ? undefined : name)}`
}

const sameHelpFrom = (unit: string) => say('Det påverkar inte hjälpen från {unit}.', { unit })
const sameHelp = (name: string | undefined) =>
  name ? say('Det påverkar inte hjälpen till {name}.', { name }) : say('Det påverkar inte hjälpen.')

/** What the reader has been shown of what was said on the wheel. */
function Shown({ child, reader, shownToMe }: WhoSees) {
  if (reader === 'lead') return null
  const days = [...new Set(shownToMe.map(({ since }) => since))]
  return (
    <Section id="du-har-sett" title={say('Det här har du fått se')}>
      {days.length === 0 ? (
        <Empty>{say('Inget från hjulet än. Fråga gärna, så berättar vi.')}</Empty>
      ) : (
        <>
          {days.map((day) => (
            <>
              <p>{say('Sedan den {day} kan du läsa det som är sagt om:', { day: dayAndMonth(day) })}</p>
              <AreaList
                areas={[
                  ...new Set(shownToMe.flatMap(({ since, area }) => (since === day && area ? [area] : []))),
                ]}
              />
            </>
          ))}
          <p>
            <a href={paths.wheel.show.to({ childId: child.id })}>{say('Läs i hjulet')}</a>
          </p>
        </>
      )}
    </Section>
  )
}
