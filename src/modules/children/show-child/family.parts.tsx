import { awaySentence, turnSentence } from '#modules/responsibility'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Actions, Intro, Lines, LinkButton, NextStep, PersonList, Section } from '#ui/parts.tsx'
import { listed, say } from '#ui/say.tsx'
import { beginsWithPictures, isGrownUp } from '../child.ts'
import { ChildsWays, type MeetingWay } from '../childs-ways.parts.tsx'
import { momentInWords, whereTheFamilyIs } from '../whereabouts.ts'
import { OwnYeses, type Seen } from './own-yes.parts.tsx'
import type { FamilyHub, Quiet } from './show-child.ts'

/** A guardian's page, or the child's own: what happens next, whom to call, and what there is to read. */
export function FamilyPage(props: FamilyHub & Seen) {
  const { child, facts, isSelf, today } = props
  const childId = child.id
  return (
    <>
      <Intro
        title={isSelf ? say('Hej, {name}', { name: callOf(child.person) }) : nameOf(child.person)}
        lead={whereTheFamilyIs(facts, today)}
      />
      <FamilyNext {...props} />
      {isSelf && !isGrownUp(child, today) && (
        <ChildsWays
          childId={childId}
          planAt={facts.plan && planOf(props)}
          meeting={meetingOf(props)}
          fillsWheel={!!props.lead}
          reads={props.lead?.name.split(' ')[0]}
        />
      )}
      <Involved {...props} />
      <OwnYeses {...props} />
      <Section id="har" title={say('Läs och svara')}>
        <Lines items={familyLinks(props).map(([label, href]) => <a href={href}>{label}</a>)} />
      </Section>
      <Actions>
        <LinkButton href={paths.noticing.noticeChild.to({ childId })} secondary>
          {isSelf
            ? say('Berätta något om dig själv')
            : say('Berätta något om {name}', { name: callOf(child.person) })}
        </LinkButton>
      </Actions>
    </>
  )
}

/** Everybody who takes part: the BBA first, and then one contact on each place. */
function Involved({ child, lead, turn, isSelf, contacts }: FamilyHub) {
  if (!lead && contacts.length === 0) return null
  const bba = lead && {
    place: lead.unitName,
    who: listed([lead.name, lead.title]),
    phone: lead.phone,
    note: (
      <>
        {!isSelf && `${say('Barnets bästa-ansvarig.')} `}
        <a href={paths.lead.ask.to({ childId: child.id })}>{say('Be om någon annan')}</a>
      </>
    ),
  }
  const others = contacts
    .map((contact) => ({ ...contact, who: contact.who() }))
    .filter(({ who }) => who !== bba?.who)
  return (
    <Section
      id="ansvarig"
      title={isSelf ? say('Du kan alltid prata med') : say('Hit kan du alltid vända dig')}
      lead={turn && turnSentence(turn)}
    >
      <PersonList people={[...(bba ? [bba] : []), ...others]} />
    </Section>
  )
}

function FamilyNext(props: FamilyHub) {
  const { child, facts, today } = props
  const childId = child.id
  const { consent, meeting, plan } = facts
  if (consent?.awaitsMe)
    return (
      <NextStep
        label={say('En fråga till dig')}
        main={say('Får vi prata med varandra?')}
        action={{
          href: paths.sharing.sheet.to({ childId, consentId: consent.id }),
          label: say('Läs och svara'),
        }}
      />
    )
  if (meeting)
    return (
      <NextStep
        label={say('Vi ses')}
        main={capital(momentInWords(meeting.at, today))}
        action={{ href: paths.meeting.show.to({ childId, meetingId: meeting.id }), label: say('Om mötet') }}
      />
    )
  if (plan && !plan.ended && plan.followUpAt)
    return (
      <NextStep
        label={say('Nästa gång vi ses')}
        main={capital(momentInWords(plan.followUpAt, today))}
        action={{ href: planOf(props), label: say('Öppna planen') }}
      />
    )
  const { lastMeeting } = facts
  if (plan)
    return (
      <NextStep
        label={plan.ended ? say('Planen är avslutad') : say('Ingen ny dag är bestämd än')}
        main={plan.ended ? say('Du kan läsa den när du vill') : say('Läs planen så länge')}
        action={{ href: planOf(props), label: say('Öppna planen') }}
      />
    )
  if (lastMeeting)
    return (
      <NextStep
        label={say('Vi har träffats')}
        main={say('Nu skriver vi planen')}
        action={{
          href: paths.meeting.show.to({ childId, meetingId: lastMeeting.id }),
          label: say('Läs vad vi sa'),
        }}
      />
    )
  return <NextStep label={say('Just nu')} main={say('Vi tar reda på mer, och hör av oss till dig')} />
}

/** The next meeting, else the last. */
function meetingOf({ child, facts, isSelf }: FamilyHub): MeetingWay | undefined {
  const meeting = facts.meeting ?? facts.lastMeeting
  return (
    meeting && {
      label: isSelf && !facts.meeting ? say('Det här kom vi fram till på mötet') : say('Mötet'),
      href: paths.meeting.show.to({ childId: child.id, meetingId: meeting.id }),
    }
  )
}

/** The reading that suits who reads. */
const planOf = ({ child, isSelf, today }: FamilyHub) =>
  (isSelf && beginsWithPictures(child, today) ? paths.plan.childsReading : paths.plan.show).to({
    childId: child.id,
  })

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function familyLinks(props: FamilyHub): readonly (readonly [string, string])[] {
  const { child, facts, lead, isSelf, today } = props
  const childId = child.id
  const { plan, consent } = facts
  const meeting = meetingOf(props)
  const inPictures = isSelf && !isGrownUp(child, today)
  const links: (readonly [string, string] | false | undefined)[] = [
    isSelf && isGrownUp(child, today) && [say('Min berättelse'), paths.story.show.to({ childId })],
    !inPictures && plan && [isSelf ? say('Min plan') : say('Barnets plan'), planOf(props)],
    !inPictures &&
      isSelf &&
      lead && [say('Mitt hjul: berätta hur du har det'), paths.wheel.own.to({ childId })],
    !inPictures && meeting && [meeting.label, meeting.href],
    [say('Barnets bästa-hjulet'), paths.wheel.show.to({ childId })],
    consent && [say('Samtycke'), paths.sharing.consents.to({ childId })],
    [say('Vem ser vad'), paths.sharing.whoSees.to({ childId })],
    [say('Vem har läst'), paths.readerLog.show.to({ childId })],
    [say('Läs det som är skrivet'), paths.extract.ask.to({ childId })],
    [say('Det här har hänt'), paths.timeline.to({ childId })],
  ]
  return links.filter((link) => link !== undefined && link !== false)
}

/**
 * The page when nothing is going on. It is the same, byte for byte, when something is that this guardian has not been
 * told of, or must not know: it is given nothing that differs.
 */
export function QuietPage({ child, today, isSelf, turnTo }: Quiet) {
  const childId = child.id
  return (
    <>
      <Intro
        title={isSelf ? say('Hej, {name}', { name: callOf(child.person) }) : nameOf(child.person)}
        lead={isSelf ? say('Här är det lugnt just nu.') : say('Inget pågår just nu.')}
      />
      <NextStep
        label={say('Vill du berätta något?')}
        main={
          isSelf ? say('Du kan alltid berätta hur du har det') : say('Stort eller litet, bra eller svårt')
        }
        action={{ href: paths.noticing.noticeChild.to({ childId }), label: say('Berätta') }}
      />
      {turnTo && (
        <Section
          id="vand-dig-till"
          title={isSelf ? say('Du kan alltid prata med') : say('Hit kan du alltid vända dig')}
          lead={
            turnTo.insteadOf
              ? awaySentence(turnTo.insteadOf)
              : isSelf
                ? undefined
                : say('Barnets bästa-ansvarig för {person} just nu.', { person: callOf(child.person) })
          }
        >
          <PersonList
            people={[
              { place: turnTo.unitName, who: listed([turnTo.name, turnTo.title]), phone: turnTo.phone },
            ]}
          />
        </Section>
      )}
      {isSelf && isGrownUp(child, today) && (
        <Section id="min-berattelse" title={say('När du har fyllt 18')} quiet>
          <Lines items={[<a href={paths.story.show.to({ childId })}>{say('Min berättelse')}</a>]} />
        </Section>
      )}
    </>
  )
}
