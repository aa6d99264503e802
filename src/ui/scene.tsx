import type { Child } from 'hono/jsx'
import type { Area } from './area.tsx'

const hair = {
  short: 'M-13-4C-14-20 14-20 13-4 8-10-6-11-13-4Z',
  long: 'M-15 12C-19-22 19-22 15 12 12 8 11-2 8-7 2-4-8-4-9-7c-2 5-3 15-6 19Z',
  plaits:
    'M-14-2C-16-21 16-21 14-2 6-11-6-11-14-2ZM-14-6c-5 5-5 14-2 20h5c-3-5-3-10-1-15ZM14-6c5 5 5 14 2 20h-5c3-5 3-10 1-15Z',
  bun: 'M-6-18a6 6 0 1 0 12 0 6 6 0 1 0-12 0M-13-3C-15-20 15-20 13-3 6-10-6-10-13-3Z',
} as const

type PersonProps = { x: number; y: number; size: number; cut: keyof typeof hair; child?: boolean }

function Person({ x, y, size, cut, child = false }: PersonProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path class={child ? 'deep' : 'shape'} d="M-22 46c0-20 8-29 22-29s22 9 22 29Z" />
      <circle class="skin" r="13" />
      <path class="roof" d={hair[cut]} />
      <path class="outline" d="M-4.5 0v.6M4.5 0v.6M-4.5 5.5c2.5 2.5 6.5 2.5 9 0" />
    </g>
  )
}

const grown = (cut: keyof typeof hair) => <Person x={38} y={47} size={0.98} cut={cut} />
const child = <Person x={80} y={55} size={0.8} cut="plaits" child />

/** What the two do together; one picture for each area, the same for every child. */
const scenes: Record<Area, Child> = {
  safety: (
    <>
      <path
        class="shape lined"
        d="M14 33C18 2 102 2 106 33c-6-5-13-5-18 0-6-5-13-5-18 0-6-5-14-5-20 0-6-5-13-5-18 0-5-5-12-5-18 0Z"
      />
      <path class="outline" d="M60 31v42" />
      {grown('long')}
      {child}
    </>
  ),
  health: (
    <>
      <circle class="light" cx="94" cy="26" r="12" />
      <Person x={54} y={50} size={0.94} cut="plaits" child />
      <path
        class="shape"
        d="M8 76c9-7 17-7 26 0s17 7 26 0 17-7 26 0 17 7 26 0v22a8 8 0 0 1-8 8H16a8 8 0 0 1-8-8Z"
      />
      <path class="outline" d="M8 76c9-7 17-7 26 0s17 7 26 0 17-7 26 0 17 7 26 0" />
    </>
  ),
  development: (
    <>
      {grown('bun')}
      {child}
      <path class="outline" d="M60 92V74M60 82c0-5-3-8-10-8 0 6 3 8 10 8ZM60 76c0-6 4-9 10-9 0 6-3 9-10 9Z" />
    </>
  ),
  learning: (
    <>
      {grown('long')}
      {child}
      <path class="skin" d="M60 74c-8-5-17-6-26-6v20c9 0 18 1 26 5 8-4 17-5 26-5V68c-9 0-18 1-26 6Z" />
      <path class="outline" d="M60 74v19" />
    </>
  ),
  care: (
    <>
      {grown('short')}
      {child}
      <path class="skin" d="M50 76h20v10a8 8 0 0 1-8 8h-4a8 8 0 0 1-8-8Z" />
      <path class="outline" d="M57 70c0-4 3-3 3-7" />
    </>
  ),
  home: (
    <>
      <circle class="light" cx="92" cy="28" r="13" />
      {grown('bun')}
      {child}
      <path class="skin" d="M84 64h20a5 5 0 0 1 5 5v26H84Z" />
      <path class="outline" d="M90 74h2M97 74h6M90 84h2M97 84h6" />
    </>
  ),
  relationships: (
    <>
      {grown('short')}
      {child}
      <circle class="light lined" cx="61" cy="84" r="10" />
      <path class="outline" d="M53 79c5 3 11 3 16 0" />
    </>
  ),
}

/** A small picture for the child's page. Decoration: who and what is written beside it. */
export function Scene({ area }: { area: Area }) {
  return (
    <svg class="scene" data-area={area} viewBox="0 0 120 108" aria-hidden="true">
      <path class="ground" d="M60 2c34 0 58 18 58 50s-22 54-58 54S2 84 2 52 26 2 60 2Z" />
      {area !== 'health' && <path class="outline" d="M12 93h96" />}
      {scenes[area]}
    </svg>
  )
}
