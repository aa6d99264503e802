import type { Child } from 'hono/jsx'
import { AreaBadge, areaNames, areas } from './area.tsx'
import { say, together } from './say.tsx'
import { type Kind, kindNames, VoiceMark } from './voices.tsx'
import type { AreaVoices, Voice, WheelData } from './wheel-data.ts'

const kinds = ['working', 'challenging'] as const

/** The wheel in words: every area with what works and what is challenging, strengths first. */
export function WheelWords({ wheel, id }: { wheel: WheelData; id: string }) {
  return (
    <>
      {areas.map((area) => {
        const found = wheel.areas.find((one) => one.area === area)
        return found && <AreaWords found={found} wheel={wheel} id={id} />
      })}
      {!wheel.partial && <Absent wheel={wheel} />}
    </>
  )
}

function AreaWords({ found, wheel, id }: { found: AreaVoices; wheel: WheelData; id: string }) {
  const anchor = `${id}-${found.area}`
  const told = kinds.filter((kind) => !wheel.partial || found.statements.some((one) => one.kind === kind))
  return (
    <section class="area" id={anchor} data-area={found.area} aria-labelledby={`${anchor}-namn`} tabindex={-1}>
      <header>
        <AreaBadge area={found.area} />
        <h3 id={`${anchor}-namn`}>{say(areaNames[found.area])}</h3>
      </header>
      {told.map((kind) => (
        <>
          <h4 class="kind">{say(kindNames[kind])}</h4>
          <Said found={found} voices={wheel.voices} kind={kind} />
        </>
      ))}
      {found.besides && found.besides.length > 0 && (
        <ul class="said">
          {found.besides.map(({ voiceId, text, more }) => {
            const place = wheel.voices.findIndex(({ id: known }) => known === voiceId)
            const voice = wheel.voices[place]
            return voice && <Statement {...{ voice, place, text, more }} />
          })}
        </ul>
      )}
    </section>
  )
}

/** What the voices say of one kind in one area. */
export function Said({ found, voices, kind }: { found: AreaVoices; voices: readonly Voice[]; kind: Kind }) {
  const said = voices.flatMap((voice, place) =>
    found.statements
      .filter((one) => one.voiceId === voice.id && one.kind === kind)
      .map(({ text, more }) => <Statement {...{ voice, place, kind, more }} text={<q>{text}</q>} />),
  )
  if (said.length === 0)
    return <p class="empty small">{say('Ingen har sagt något här. Det är helt okej.')}</p>
  return <ul class="said">{said}</ul>
}

type StatementProps = { voice: Voice; place: number; kind?: Kind; text: Child; more: Child | undefined }

function Statement({ voice, place, kind = 'working', text, more }: StatementProps) {
  return (
    <li class={`v${place}`}>
      <VoiceMark shape={voice.shape} kind={kind} />
      <b>{voice.label}</b>
      <span>
        {text}
        {more && <span class="hint">{more}</span>}
      </span>
    </li>
  )
}

function Absent({ wheel }: { wheel: WheelData }) {
  const absent = areas.filter((area) => !wheel.areas.some((one) => one.area === area))
  if (absent.length === 0) return null
  return (
    <p class="empty absent">
      {say('Inte med den här gången: {areas}.', {
        areas: together(absent.map((area) => say(areaNames[area]))),
      })}
    </p>
  )
}
