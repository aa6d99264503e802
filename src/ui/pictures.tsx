import { areas } from './area.tsx'

const petal = 'M-3-12-13.5-29A14.5 14.5 0 1 1 13.5-29L3-12Z'

/** The brand: seven petals, one for each area. */
export function Rosette() {
  return (
    <svg class="rosette" viewBox="-50 -50 100 100" aria-hidden="true">
      {areas.map((area, place) => (
        <path
          class="shape"
          data-area={area}
          d={petal}
          transform={`rotate(${((place * 360) / areas.length).toFixed(1)})`}
        />
      ))}
    </svg>
  )
}

/** The forest at the foot of every page. */
export function Horizon() {
  return (
    <svg class="forest" viewBox="0 0 1280 136" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path
        class="ground"
        data-area="learning"
        d="M0 96c120-50 260-58 420-30s250 20 400-8 310-26 460 26v52H0Z"
      />
      <path
        class="shape"
        data-area="relationships"
        d="m492 108 13-38 13 38ZM512 110l17-56 17 56ZM548 108l12-34 12 34ZM92 112l14-40 14 40ZM112 114l17-54 17 54ZM150 116l12-34 12 34ZM1010 108l15-46 15 46ZM1036 110l20-62 20 62ZM1072 112l13-38 13 38ZM760 108l12-34 12 34ZM780 110l16-48 16 48Z"
      />
      <path class="shape" data-area="home" d="M630 80h46v34h-46Z" />
      <path class="roof" d="m622 82 31-25 31 25Z" />
      <path class="light" d="M638 88h11v12h-11ZM657 88h11v12h-11Z" />
      <path class="ground" data-area="development" d="M0 116c200-20 420-22 640-8s440 12 640-4v32H0Z" />
    </svg>
  )
}

/** The wide picture at the top of the child's own page. */
export function Sky() {
  return (
    <svg class="sky" viewBox="0 0 390 132" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle class="light" cx="316" cy="46" r="24" />
      <path class="ground" data-area="learning" d="M0 78c60-34 120-34 190-8s130 14 200-22v84H0Z" />
      <path class="shape" data-area="development" d="M0 104c70-34 150-30 220-8s110 16 170-4v40H0Z" />
      <path
        class="shape"
        data-area="relationships"
        d="m40 92 13-44 13 44ZM58 94l17-60 17 60ZM88 94l11-36 11 36ZM330 100l12-40 12 40ZM348 100l15-52 15 52Z"
      />
      <path class="shape" data-area="home" d="M196 68h46v34h-46Z" />
      <path class="roof" d="m188 70 31-25 31 25Z" />
      <path class="light" d="M204 76h11v12h-11Z" />
      <path class="door" d="M223 78h11v24h-11Z" />
      <path class="ground" data-area="relationships" d="M0 120c80-14 150-12 214-2s120 6 176-6v20H0Z" />
      <path class="glitter" d="M60 126h46M150 128h30M290 127h52" />
    </svg>
  )
}

/** The sun of a bright moment. */
export function Sun() {
  return (
    <svg class="sun" viewBox="0 0 64 64" aria-hidden="true">
      <circle class="light" cx="32" cy="32" r="13" />
      <path class="rays" d="M32 5v8M32 51v8M5 32h8M51 32h8M13 13l6 6M45 45l6 6M51 13l-6 6M19 45l-6 6" />
    </svg>
  )
}

const icons = {
  go: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  warning: 'M12 3 22 21H2ZM12 9.5V15M12 18v.2',
  sound: 'M4 9.5v5h4l5 4.5V5L8 9.5ZM16.5 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 12h17M12 3c-6 5.5-6 12.5 0 18M12 3c6 5.5 6 12.5 0 18',
  hand: 'M12 3a7 7 0 0 0-4 12.7V18h8v-2.3A7 7 0 0 0 12 3ZM9.5 21h5',
} as const

/** A line icon in the text's own colour. Decoration: the words are always there too. */
export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg
      class={name === 'go' || name === 'back' ? 'icon way' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={icons[name]} />
    </svg>
  )
}
