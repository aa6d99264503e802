import { type Area, AreaName, areas } from './area.tsx'
import { say, together } from './say.tsx'
import { kindNames, VoiceMark } from './voices.tsx'
import type { Voice, WheelData } from './wheel-data.ts'
import { WheelPicture } from './wheel-picture.tsx'
import { Said, WheelWords } from './wheel-words.tsx'

export type { AreaVoices, Statement, Voice, WheelData } from './wheel-data.ts'

/**
 * Barnets bästa-hjulet: a picture, and the same in words. One voice at a time can be chosen without script.
 * Nothing is counted, added up or graded. `id` when there is more than one wheel on a page.
 */
export function Wheel({ wheel, id = 'hjulet' }: { wheel: WheelData; id?: string }) {
  return (
    <div class="wheel-page">
      <figure>
        <WheelPicture wheel={wheel} id={id} linked />
        <figcaption class="legend">
          <Legend voices={wheel.voices} />
          <VoicePicker voices={wheel.voices} id={id} />
        </figcaption>
      </figure>
      <section aria-labelledby={`${id}-sagt`}>
        <h2 id={`${id}-sagt`}>{say('Det här har de sagt')}</h2>
        <WheelWords wheel={wheel} id={id} />
      </section>
    </div>
  )
}

function Legend({ voices }: { voices: readonly Voice[] }) {
  const [nearest, ...others] = voices.map(({ label }) => label)
  return (
    <>
      <ul class="kinds">
        <li>
          <VoiceMark shape="circle" />
          {say('Fylld: det som fungerar')}
        </li>
        <li>
          <VoiceMark shape="circle" kind="challenging" />
          {say('Öppen: det som är utmanande')}
        </li>
      </ul>
      <p>
        {say('{voice} är ringen närmast mitten.', { voice: nearest ?? '' })}
        {others.length > 0 && ` ${say('Sedan kommer {others}.', { others: together(others) })}`}
      </p>
    </>
  )
}

function VoicePicker({ voices, id }: { voices: readonly Voice[]; id: string }) {
  return (
    <fieldset class="no-print">
      <legend class="small">{say('Lyssna på en röst i taget')}</legend>
      <div class="pick">
        <label>
          <input type="radio" name={`${id}-rost`} checked />
          {say('Alla')}
        </label>
        {voices.map(({ label, shape }, place) => (
          <label class={`v${place}`}>
            <input type="radio" name={`${id}-rost`} />
            <VoiceMark shape={shape} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Then = { when: string; wheel: WheelData }

/** The wheel time after time, the first first, with the words of each under each area. `when`: "4 september". */
export function WheelCompare({ times, id = 'jamfor' }: { times: readonly Then[]; id?: string }) {
  const either = areas.filter((area) =>
    times.some(({ wheel }) => wheel.areas.some((one) => one.area === area)),
  )
  return (
    <div class="wheel-compare">
      <div class="times">
        {times.map(({ when, wheel }, place) => (
          <figure>
            <figcaption>{when}</figcaption>
            <WheelPicture wheel={wheel} id={`${id}-${place}`} linked={false} />
          </figure>
        ))}
      </div>
      <div class="legend">
        <Legend voices={times.at(-1)?.wheel.voices ?? []} />
      </div>
      <h2>{say('Det här har de sagt')}</h2>
      {either.map((area) => (
        <section class="area" data-area={area}>
          <h3>
            <AreaName area={area} />
          </h3>
          <div class="times">
            {times.map((then) => (
              <SaidThen area={area} {...then} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function SaidThen({ area, when, wheel }: Then & { area: Area }) {
  const found = wheel.areas.find((one) => one.area === area)
  return (
    <div>
      <h4 class="when">{when}</h4>
      {!found && <p class="empty small">{say('Inte med den gången.')}</p>}
      {found &&
        (['working', 'challenging'] as const).map((kind) => (
          <>
            <h5 class="kind">{say(kindNames[kind])}</h5>
            <Said found={found} voices={wheel.voices} kind={kind} />
          </>
        ))}
    </div>
  )
}
