import { type Area, areaDrawings, areaNames, areas } from './area.tsx'
import { say, together } from './say.tsx'
import { shapes } from './voices.tsx'
import type { AreaVoices, Voice, WheelData } from './wheel-data.ts'
import {
  edgePath,
  markPlace,
  namePath,
  type Petal,
  patternPath,
  petalAt,
  petalPath,
  platePlace,
  ringPath,
} from './wheel-geometry.ts'

type Pattern = { width: number; height: number; d: string; filled?: boolean; slanted?: boolean }

/** Each area's own pattern, for those who do not see the colours apart. */
const patterns: Record<Area, Pattern> = {
  safety: {
    width: 22,
    height: 22,
    d: 'M2.4 6a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0M13.4 17a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0',
    filled: true,
  },
  health: { width: 14, height: 14, d: 'M0 0h4v14H0Z', filled: true, slanted: true },
  development: { width: 24, height: 18, d: 'm2 13 10-8 10 8' },
  learning: { width: 20, height: 13, d: 'M0 0h20v3.5H0Z', filled: true },
  care: { width: 28, height: 16, d: 'M0 8c5-7 9-7 14 0s9 7 14 0' },
  home: { width: 28, height: 24, d: 'M0 0h28M0 12h28M7 0v12M21 12v12' },
  relationships: { width: 24, height: 24, d: 'M5.5 12a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0' },
}

/** The picture: one petal for each area, one ring for each voice. The same is said in words beside it. */
export function WheelPicture({ wheel, id, linked }: { wheel: WheelData; id: string; linked: boolean }) {
  const { childName, ageText, voices } = wheel
  return (
    <svg
      class="wheel"
      viewBox="-442 -442 884 884"
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${id}-bild ${id}-om`}
    >
      <title id={`${id}-bild`}>{say('Hjulet för {childName}', { childName })}</title>
      <desc id={`${id}-om`}>
        {say(
          'Sju områden runt {childName}. I varje område finns en ring för varje röst. Samma sak står i text.',
          { childName },
        )}
      </desc>
      {areas.map((area, place) => {
        const found = wheel.areas.find((one) => one.area === area)
        return <AreaPetal {...{ area, found, voices, id, linked }} petal={petalAt(place)} />
      })}
      <circle class="hub" r="91" />
      <text class={childName.length > 7 ? 'hub-name long' : 'hub-name'} y={ageText ? 8 : 18}>
        {childName}
      </text>
      <text class="hub-age" y="44">
        {ageText}
      </text>
    </svg>
  )
}

type PetalProps = {
  area: Area
  found: AreaVoices | undefined
  voices: readonly Voice[]
  petal: Petal
  id: string
  linked: boolean
}

function AreaPetal({ area, found, voices, petal, id, linked }: PetalProps) {
  const drawn = (
    <>
      {voices.map((_, voice) => (
        <path class={`ring r${voice + 1}`} d={ringPath(petal, voice, voices.length)} />
      ))}
      <PetalEnd area={area} petal={petal} id={id} />
      <g class="marks">
        {voices.map((voice, place) => (
          <g class={`v${place}`}>
            <Marks {...{ voice, place, petal, found }} voices={voices.length} />
          </g>
        ))}
      </g>
      <path class="edge" d={edgePath(petal)} />
    </>
  )
  if (!found)
    return (
      <g class="petal-of absent" data-area={area}>
        {drawn}
      </g>
    )
  if (!linked)
    return (
      <g class="petal-of" data-area={area}>
        {drawn}
      </g>
    )
  return (
    <a class="petal-of" href={`#${id}-${area}`} data-area={area} aria-label={inWords(found, voices)}>
      {drawn}
    </a>
  )
}

function PetalEnd({ area, petal, id }: { area: Area; petal: Petal; id: string }) {
  const { width, height, d, filled, slanted } = patterns[area]
  const { plate, icon } = areaDrawings[area]
  return (
    <>
      <defs>
        <pattern
          id={`${id}-m-${area}`}
          width={width}
          height={height}
          patternUnits="userSpaceOnUse"
          patternTransform={slanted ? 'rotate(45)' : undefined}
        >
          <path class={filled ? 'ink' : 'line'} d={d} />
        </pattern>
        <path id={`${id}-b-${area}`} d={namePath(petal)} />
      </defs>
      <path class="petal" d={petalPath(petal)} />
      <path class="pattern" fill={`url(#${id}-m-${area})`} d={patternPath(petal)} />
      <text class="name" text-anchor="middle">
        <textPath href={`#${id}-b-${area}`} startOffset="50%">
          {say(areaNames[area])}
        </textPath>
      </text>
      <g transform={platePlace(petal)}>
        <path class="plate" d={plate} />
        <path class="pic" d={icon} />
      </g>
    </>
  )
}

type MarksProps = { voice: Voice; place: number; petal: Petal; found: AreaVoices | undefined; voices: number }

/** At most one mark of each kind: how much somebody said is never shown. */
function Marks({ voice, place, petal, found, voices }: MarksProps) {
  const kinds = (['working', 'challenging'] as const).filter((kind) =>
    found?.statements.some((one) => one.voiceId === voice.id && one.kind === kind),
  )
  return (
    <>
      {kinds.map((kind) => (
        <path class={`m ${kind}`} transform={markPlace(petal, place, voices, kind)} d={shapes[voice.shape]} />
      ))}
    </>
  )
}

function inWords({ area, statements }: AreaVoices, voices: readonly Voice[]): string {
  const who = (kind: 'working' | 'challenging') => {
    const said = voices.filter(({ id }) => statements.some((one) => one.voiceId === id && one.kind === kind))
    return said.length > 0 ? together(said.map(({ label }) => label)) : say('ingen')
  }
  return say('{area}. Fungerar: {working}. Utmanande: {challenging}.', {
    area: say(areaNames[area]),
    working: who('working'),
    challenging: who('challenging'),
  })
}
