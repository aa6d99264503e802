import { BrightMoments } from '#modules/bright'
import { ChildsWays } from '#modules/children'
import { TalkNow } from '#modules/knowledge'
import { ChildsMeeting } from '#modules/meetings'
import { HowItWas } from '#modules/participation'
import { LeftUnreadSection } from '#modules/wheel'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Done, Empty, Intro, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { WhatIsNext } from '../next.parts.tsx'
import type { Home } from './home.ts'

export function HomePage({ sent, ...home }: Home & { sent: boolean }) {
  const { child, hasPlan, bright, next, lead, occasions, left, readBy, onPaper } = home
  const childId = child.id
  const name = lead?.name.split(' ')[0]
  return (
    <>
      <Intro
        title={
          child.person.kind === 'visible' ? say('Hej {name}!', { name: callOf(child.person) }) : say('Hej!')
        }
        lead={say('Det här är din sida.')}
      />
      {sent && name && (
        <Done title={say('Tack för att du skrev!')}>
          <p>
            {say('{name} läser det senast {day}. Det syns inte här sedan.', {
              name,
              day: dayInWords(readBy),
            })}
          </p>
        </Done>
      )}
      {onPaper && <ChildsMeeting {...onPaper} />}
      <BrightMoments {...{ child, moments: bright }} isChild mayNote={false} />
      {!onPaper && <WhatIsNext next={next} lead={name} />}
      {!hasPlan && !onPaper && <Empty>{say('Här finns ingen plan än.')}</Empty>}
      <LeftUnreadSection {...{ childId, left }} />
      <ChildsWays
        childId={childId}
        planAt={hasPlan ? paths.plan.childsReading.to({ childId }) : undefined}
        fillsWheel={!!lead && !onPaper}
        reads={name}
      />
      <AfterMeeting {...home} />
      <HowItWas childId={childId} occasions={occasions} />
      <TalkNow read={undefined} />
      {onPaper && (
        <p class="solo">
          <a href={paths.childsDoor.endPaper.to({ childId })}>{say('Sluta använda pappret')}</a>
        </p>
      )}
    </>
  )
}

/** The last meeting: what was decided, in the child's own words. */
function AfterMeeting({ child, lastMeeting }: Home) {
  if (!lastMeeting) return null
  return (
    <Section id="mote" title={say('Mötet {day}', { day: dayInWords(swedishDay(lastMeeting.at)) })}>
      <p class="solo">
        <a href={paths.meeting.ownWords.to({ childId: child.id, meetingId: lastMeeting.id })}>
          {lastMeeting.isTold ? say('Ändra det du skrev') : say('Skriv med dina ord vad vi bestämde')}
        </a>
      </p>
    </Section>
  )
}
