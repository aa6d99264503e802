import { goldenRule } from '#modules/knowledge'
import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaList } from '#ui/area.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Empty, Intro, Lines, PrintOnly, Receipts, Section } from '#ui/parts.tsx'
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
  const rule = goldenRule.paragraphs[0]
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</BackLink>
      <PrintOnly>
        <p>
          Utskrivet för {viewer.name} den {dayWithYear(today)}.
        </p>
      </PrintOnly>
      <Intro kicker={nameOf(child.person)} title={titleOf(props)} lead={leadOf(props)} />
      <Section id="delas" title="Det här delas nu" lead={`${rule} Det kallas gyllene regeln.`}>
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
          <Empty>Ingen annan får läsa något just nu.</Empty>
        )}
      </Section>
      <Past {...props} />
      <Shown {...props} />
      {reader !== 'lead' && (
        <Section id="har-last" title="Vem har läst?">
          <p>
            Varje gång någon som arbetar öppnar något om {reader === 'self' ? 'dig' : call} skrivs det upp.{' '}
            <a class="no-print" href={paths.readerLog.show.to({ childId: child.id })}>
              Se vilka som har läst
            </a>
          </p>
        </Section>
      )}
      <Section id="delas-inte" title="Det här delas inte">
        <Lines items={notShared(told)} />
      </Section>
      <Section id="ja-och-nej" title="Ja, nej och att ändra sig">
        <Lines items={yesAndNo(told.self, lead?.name)} />
        <p class="no-print">
          <a href={paths.sharing.consents.to({ childId: child.id })}>
            {reader === 'lead' ? 'Se vad familjen har svarat' : 'Se eller ändra det du har svarat'}
          </a>
        </p>
      </Section>
      {keeper && (
        <Section id="forvaras" title="Vem har hand om planen?">
          <p>{keeperText(keeper)}</p>
        </Section>
      )}
      <Section id="lagen" title="När lagen säger något annat">
        <Lines items={whatTheLawSays(told)} />
      </Section>
    </>
  )
}

/** They read no more, and keep what they have read. */
function Past({ child, past, links }: WhoSees) {
  const over = links.filter(({ lives }) => !lives)
  if (past.length + over.length === 0) return null
  const units = past.map(({ name, since }) => (
    <>
      <b>{name}</b> kan inte läsa mer. Det de fick läsa från den {dayAndMonth(since)} får de behålla.
    </>
  ))
  const adults = over.map((link) => (
    <>
      <b>{linkName(link, child)}</b> fick en fråga den {dayAndMonth(link.since)}. Länken har slutat gälla.
    </>
  ))
  return (
    <Section id="har-last-forut" title="De här har fått läsa förut">
      <Lines items={[...units, ...adults]} />
    </Section>
  )
}

const titleOf = ({ child, reader }: WhoSees): string =>
  reader === 'self' ? 'Vem ser vad om dig?' : `Vem ser vad om ${callOf(child.person)}?`

function leadOf({ child, reader, lead }: WhoSees): string {
  const help = lead ? `hjälpen från ${lead.unitName}` : 'hjälpen'
  if (reader === 'lead')
    return 'Så här ser det ut för familjen. Bara det som de själva får veta visas för dem.'
  return reader === 'self'
    ? `Här ser du vem som får läsa om dig, och varför. Det går att ändra. Det påverkar inte ${help}.`
    : `Ni bestämmer vad som delas, och ni kan ändra er när ni vill. Det påverkar inte ${help} till ${callOf(child.person)}.`
}

/** What the reader has been shown of what was said on the wheel. */
function Shown({ child, reader, shownToMe }: WhoSees) {
  if (reader === 'lead') return null
  const days = [...new Set(shownToMe.map(({ since }) => since))]
  return (
    <Section id="du-har-sett" title="Det här har du fått se">
      {days.length === 0 ? (
        <Empty>Inget från hjulet än. Fråga gärna, så berättar vi.</Empty>
      ) : (
        <>
          {days.map((day) => (
            <>
              <p>Sedan den {dayAndMonth(day)} kan du läsa det som är sagt om:</p>
              <AreaList
                areas={[
                  ...new Set(shownToMe.flatMap(({ since, area }) => (since === day && area ? [area] : []))),
                ]}
              />
            </>
          ))}
          <p>
            <a href={paths.wheel.show.to({ childId: child.id })}>Läs i hjulet</a>
          </p>
        </>
      )}
    </Section>
  )
}
