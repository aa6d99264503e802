import { paths } from '#shared/paths.ts'
import { Form, Select } from '#ui/form.tsx'
import { Actions, BackLink, Empty, Facts, Intro, Lines, Section } from '#ui/parts.tsx'
import { MunicipalitySelect, Pages } from '../choose.parts.tsx'
import { kindWords } from '../entry.ts'
import { missings, missingWords, placeText, type Wanted } from '../map.ts'
import type { CountyMap } from './map.ts'

const addressOf = ({ municipality, missing, page }: Wanted) =>
  `${paths.directory.map.to({})}?${new URLSearchParams({
    ...(municipality && { kommun: municipality }),
    saknas: missing,
    sida: String(page),
  })}`

export const MapPage = ({ places, found, total, size, wanted }: CountyMap & { wanted: Wanted }) => (
  <>
    <BackLink href={paths.directory.search.to({})}>Vem kan hjälpa?</BackLink>
    <Intro
      kicker="Du leder processen i länet"
      title="Länets karta"
      lead="Så långt har kommunerna kommit med att berätta vem som kan hjälpa med vad. Du ser inga barn här."
    />
    <Section id="kommuner" title="Kommun för kommun">
      <Facts items={places.map((place) => [place.name, placeText(place)])} />
    </Section>
    <Section id="saknas" title="Där något saknas">
      <Form method="get">
        <Select
          name="saknas"
          label="Vad saknas?"
          options={missings.map((value) => ({ value, label: missingWords[value] }))}
          typed={{ saknas: wanted.missing }}
        />
        <MunicipalitySelect label="Kommun" typed={{ kommun: wanted.municipality }} />
        <Actions>
          <button class="ds-button" data-variant="secondary" type="submit">
            Visa
          </button>
        </Actions>
      </Form>
      {found.length === 0 ? (
        <Empty>Här saknas inget.</Empty>
      ) : (
        <Lines
          items={found.map(({ id, name, kind }) => (
            <>
              <a href={paths.directory.unit.to({ unitId: id })}>{name}</a>
              <span class="hint">{kindWords[kind]}</span>
            </>
          ))}
        />
      )}
      <Pages href={(page) => addressOf({ ...wanted, page })} page={wanted.page} {...{ size, total }} />
    </Section>
  </>
)
