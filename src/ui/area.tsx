import type { Child } from 'hono/jsx'
import { message } from './message.ts'
import { say } from './say.tsx'

/** The seven areas of Barnets bästa-hjulet, in their order round the wheel. */
export const areaNames = {
  safety: message('Trygghet'),
  health: message('Hälsa'),
  development: message('Utveckling'),
  learning: message('Lärande'),
  care: message('Omsorg'),
  home: message('Hemmet'),
  relationships: message('Relationer'),
} as const

export type Area = keyof typeof areaNames

export const areas = Object.keys(areaNames) as readonly Area[]

type Drawing = { plate: string; icon: string }

/** One plate shape and one icon for each area, on a 48 by 48 grid, so that colour is never alone. */
export const areaDrawings: Record<Area, Drawing> = {
  safety: {
    plate: 'M2 44V24a22 22 0 0 1 44 0v20a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2Z',
    icon: 'M10 26a14 14 0 0 1 28 0c-2-2.4-5-2.4-7 0-2-2.4-5-2.4-7 0-2-2.4-5-2.4-7 0-2-2.4-5-2.4-7 0ZM24 26v10a3 3 0 0 1-6 0M24 12v-2',
  },
  health: {
    plate: 'M1 24a23 23 0 1 0 46 0 23 23 0 1 0-46 0Z',
    icon: 'M24 37C13.5 29.5 11 24.5 11 20a6.8 6.8 0 0 1 13-2.7A6.8 6.8 0 0 1 37 20c0 4.5-2.5 9.5-13 17Z',
  },
  development: {
    plate: 'M2 2h26a18 18 0 0 1 18 18v26H20A18 18 0 0 1 2 28Z',
    icon: 'M24 38V23M24 28c0-6-4-10-12-10 0 7 4 10 12 10ZM24 23c0-6 4-11 12-11 0 7-4 11-12 11Z',
  },
  learning: {
    plate: 'M9 2h30a7 7 0 0 1 7 7v30a7 7 0 0 1-7 7H9a7 7 0 0 1-7-7V9a7 7 0 0 1 7-7Z',
    icon: 'M24 16c-3-2.5-8-3.5-13-3.5v20c5 0 10 1 13 3.5 3-2.5 8-3.5 13-3.5v-20c-5 0-10 1-13 3.5Zm0 0v20',
  },
  care: {
    plate: 'M13 2h22l11 15v14L35 46H13L2 31V17Z',
    icon: 'M14 31V18a7 7 0 0 1 14 0v6l3.5-3.5a3.3 3.3 0 0 1 4.7 4.7L28 33v-2M13 31h15.5v6H13Z',
  },
  home: {
    plate: 'M24 0 47 18v28H1V18Z',
    icon: 'M12 23.5 24 13l12 10.5V38H12ZM21 38v-8h6v8',
  },
  relationships: {
    plate: 'M14 6h20a18 18 0 0 1 0 36H14a18 18 0 0 1 0-36Z',
    icon: 'M12.5 17.5a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M26.5 17.5a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M9 35c0-6 3-10 8-10 4 0 7 3 7 7 0-4 3-7 7-7 5 0 8 4 8 10',
  },
}

/** The area's plate and icon. Decoration: always put the area's name beside it. */
export function AreaBadge({ area }: { area: Area }) {
  const { plate, icon } = areaDrawings[area]
  return (
    <svg class="badge" data-area={area} viewBox="0 0 48 48" aria-hidden="true">
      <path class="shape" d={plate} />
      <path class="pic" d={icon} />
    </svg>
  )
}

/** Badge and name on one line; `children` after the name, if something more is said. */
export function AreaName({ area, children }: { area: Area; children?: Child }) {
  return (
    <span class="area-name" data-area={area}>
      <AreaBadge area={area} />
      {say(areaNames[area])}
      {children}
    </span>
  )
}

/** A line of areas, as in "two areas of the wheel: Hemmet, Trygghet". */
export function AreaList({ areas }: { areas: readonly Area[] }) {
  return (
    <ul class="areas-named">
      {areas.map((area) => (
        <li>
          <AreaName area={area} />
        </li>
      ))}
    </ul>
  )
}
