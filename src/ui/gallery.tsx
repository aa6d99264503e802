import { AreaList } from './area.tsx'
import { Answers, Helpers, Wants } from './child.tsx'
import {
  AreaChoices,
  Buttons,
  Choices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  saidBeside,
  TextArea,
  TextField,
  Tick,
  TwoSides,
} from './form.tsx'
import { lisasWheel, lisasWheelInSeptember } from './gallery.wheel.ts'
import {
  ActionList,
  ActionRow,
  Actions,
  BackLink,
  BrightMoment,
  Done,
  Empty,
  ErrorPage,
  Facts,
  Goal,
  Goals,
  Guidance,
  Intro,
  Lines,
  LinkButton,
  Listen,
  NextStep,
  Note,
  NotFoundPage,
  NotSignedInPage,
  Page,
  PersonList,
  PrintOnly,
  Receipt,
  Receipts,
  ScreenOnly,
  Section,
  StateMark,
  TaskGroup,
  TaskRow,
  Term,
  TimelineList,
  Told,
  TryAgainPage,
  TwoColumns,
  type Viewer,
} from './page.tsx'
import { Wheel, WheelCompare } from './wheel.tsx'

/** Every part of the kit with invented people, to look at and to test. No page of the product. */

const karin: Viewer = {
  name: 'Karin Wester',
  acting: 'rektor, Furuskolan',
  engagement: 'engagement-1',
  csrf: 'token-1',
  switchHref: '/byt-verksamhet',
}
const maria: Viewer = { name: 'Maria Holmgren', engagement: 'engagement-2', csrf: 'token-2' }

const staffNav = [
  { href: '/uppgifter', label: 'Uppgifter', current: true },
  { href: '/barn', label: 'Barn' },
  { href: '/uppmarksamma', label: 'Uppmärksamma' },
]
const familyNav = [
  { href: '/plan', label: 'Lisas plan', current: true },
  { href: '/hjulet', label: 'Hjulet' },
  { href: '/vem-ser', label: 'Vem ser vad' },
]

const tasks = () => (
  <Page title="Dina uppgifter" nav={staffNav} viewer={karin}>
    <TwoColumns
      asideLabel="Mer du kan göra"
      aside={
        <>
          <NextStep
            label="Har du sett något?"
            main="Uppmärksamma ett barn"
            action={{ href: '/uppmarksamma', label: 'Börja' }}
          >
            <p class="soft">Två rutor att fylla i. Det som går bra räknas också.</p>
          </NextStep>
          <MoreDetails summary="Klart den här veckan">
            <Lines items={['Alma Sjögren: planen är avslutad', 'Leo Danho: Kungsskolan har tagit emot']} />
          </MoreDetails>
          <p class="small soft">Här står bara namn, steg och dag. Varför ser du först när du öppnar.</p>
        </>
      }
    >
      <Intro
        kicker="Måndag 23 november"
        title="God morgon, Karin"
        lead="Sex barn väntar på ett nästa steg från dig. Börja med Elias."
      />
      <TaskGroup id="har-blivit-liggande" title="Har blivit liggande">
        <TaskRow
          href="/1"
          date="2026-11-20"
          name="Elias Nordin"
          step="Skriv vad ni kom fram till på mötet"
          when="Skulle varit klart i fredags"
        />
      </TaskGroup>
      <TaskGroup id="i-dag" title="I dag">
        <TaskRow
          href="/2"
          date="2026-11-23"
          name="Noah Berg"
          step="Läs och ta emot"
          when="Kom i dag klockan 8.05"
        />
        <TaskRow href="/3" date="2026-11-23" name="Amina Yusuf" step="Ring mamma och berätta om modellen" />
      </TaskGroup>
      <TaskGroup id="i-morgon" title="I morgon">
        <TaskRow
          href="/4"
          date="2026-11-24"
          name="Lisa Holmgren"
          step="Följ upp planen"
          when="Tisdag klockan 14.30, Furuskolan"
        />
      </TaskGroup>
    </TwoColumns>
  </Page>
)

const noticeErrors = {
  sentence: 'Skriv en mening om det du har sett. Några ord räcker.',
  day: 'Dagen finns inte. November har 30 dagar.',
}
const noticeTyped = {
  child: 'Noah Berg, ungefär 9 år, Lillåskolan i Ljungby',
  day: '31 november',
  area: ['learning'],
  working: 'Noah är en fin kompis och hjälper gärna de yngre på fritids.',
  told: 'later',
  toldOn: '2026-11-26',
}

const notice = () => {
  const answers = { typed: noticeTyped, errors: noticeErrors }
  return (
    <Page title="Uppmärksamma ett barn" nav={staffNav} viewer={karin} failed>
      <TwoColumns asideLabel="Bra att veta" aside={<NoticeAside />}>
        <BackLink href="/uppgifter">Dina uppgifter</BackLink>
        <Intro
          kicker="Steg 1 av 2"
          title="Uppmärksamma ett barn"
          lead="Två saker räcker: vilket barn och en mening. Resten är frivilligt."
        />
        <ErrorSummary errors={noticeErrors} />
        <Form viewer={karin} guard>
          <TextArea
            name="child"
            label="Vilket barn gäller det?"
            rows={2}
            description="Namn, ungefärlig ålder och skola eller ort. Du behöver inget personnummer."
            reads="den som tar emot"
            {...answers}
          />
          <TextArea
            name="sentence"
            label="Berätta med en mening"
            description="Skriv vad du har sett eller hört, inte vad du tror att det betyder."
            reads="den som är Barnets bästa-ansvarig för barnet"
            maxLength={400}
            {...answers}
          />
          <DateField name="day" label="Vilken dag var det?" optional {...answers} />
          <MoreDetails open>
            <AreaChoices
              name="area"
              label="Vad handlar det om?"
              description="Välj det som passar. Du kan hoppa över."
              optional
              {...answers}
            />
            <TwoSides reads={saidBeside} {...answers} />
            <Choices
              name="told"
              label="Vet familjen att du skriver?"
              optional
              options={[
                { value: 'yes', label: 'Ja, vi har pratat' },
                {
                  value: 'later',
                  label: 'Inte än',
                  hint: 'Vi ska prata den här veckan',
                  reveals: <DateField name="toldOn" label="När pratar ni?" optional {...answers} />,
                },
                { value: 'no', label: 'Nej, och det finns skäl till det' },
              ]}
              {...answers}
            />
            <Select
              name="school"
              label="Skola"
              optional
              empty="Vet inte"
              options={[
                { value: 'lilla', label: 'Lillåskolan' },
                { value: 'furu', label: 'Furuskolan' },
              ]}
              {...answers}
            />
            <TextField name="phone" label="Ditt nummer" type="tel" width="s" optional {...answers} />
            <Tick name="urgent" label="Det är bråttom" {...answers} />
          </MoreDetails>
          <Buttons
            primary="Gå vidare"
            others={[{ name: 'outcome', value: 'draft', label: 'Spara utkast' }]}
            cancel={{ href: '/uppgifter' }}
          />
        </Form>
      </TwoColumns>
    </Page>
  )
}

const NoticeAside = () => (
  <>
    <Guidance
      sentences={[
        'Skriv så att Noah och familjen kan läsa det.',
        <>
          Det som fungerar räknas också. En{' '}
          <Term word="insats" meaning="är något som någon har lovat att göra i barnets plan.">
            insats
          </Term>{' '}
          bygger ofta på det.
        </>,
        'Några ord räcker. Du kan skriva mer sedan.',
      ]}
    />
    <Note title="Tror du att barnet far illa?">
      <p>Då gör du själv en orosanmälan, nu. Att skriva här räcker inte.</p>
      <p>
        Ljungby kommun, dagtid: <a href="tel:+46701740630">070-174 06 30</a>
      </p>
      <p>Prata inte först med en vuxen som kan ha skadat barnet.</p>
    </Note>
  </>
)

const conflict = () => (
  <Page title="Ändra insats" nav={staffNav} viewer={karin}>
    <Conflict
      mine="Petra läser med Lisa 20 minuter, måndag och torsdag."
      theirs="Petra läser med Lisa 30 minuter varje torsdag."
    />
    <Intro kicker="Barnets plan" title="Lisa Holmgren" />
    <Form viewer={karin} hidden={{ version: '3' }} guard>
      <TextArea
        name="what"
        label="Vad ska göras?"
        reads="alla i planen"
        typed={{ what: 'Petra läser med Lisa 20 minuter, måndag och torsdag.' }}
      />
      <Buttons primary="Spara" cancel={{ href: '/plan' }} />
    </Form>
  </Page>
)

const plan = () => (
  <Page
    title="Barnets plan"
    kind="family"
    nav={familyNav}
    viewer={maria}
    always={
      <>
        <p>
          <b>Nästa uppföljning</b>
          <br />i morgon, tisdag klockan 14.30
        </p>
        <a href="/mote">Förbered</a>
      </>
    }
  >
    <TwoColumns asideLabel="Nästa steg och vem som ansvarar" aside={<PlanAside />}>
      <PrintOnly>
        <p>Utskrift 23 november 2026 för Maria Holmgren. Planen är Lisas. Spara den där ingen annan läser.</p>
      </PrintOnly>
      <Intro
        kicker="Barnets plan"
        title="Lisa Holmgren"
        lead="8 år, går i tvåan på Furuskolan. Planen är Lisas. Alla här hjälps åt med den."
      />
      <ScreenOnly>
        <Done title="Tack, det är sparat">
          <p>Karin ser det du skrev. Ingen annan.</p>
        </Done>
      </ScreenOnly>
      <BrightMoment by="Ljusglimt från Petra, 19 november">
        Lisa läste två kapitel och ville ha ett till.
      </BrightMoment>
      <Section id="nytt" title="Nytt sedan du tittade 9 november">
        <Lines
          items={[
            'Sofia har haft båda samtalen om sömn. Insatsen är klar.',
            'Simskolan på lördagar har kommit till.',
          ]}
        />
      </Section>
      <Section id="mal" title="Det här vill Lisa">
        <Goals>
          <Goal
            area="home"
            words="Jag vill att det ska vara lugnt på morgonen."
            better="Lisa hinner äta frukost och kommer innan det ringer in."
          >
            <ActionList>
              <ActionRow
                what="Samma morgonbilder i båda hemmen"
                told={
                  <Told to="Lisa">Du har samma bilder hos mamma och pappa. De visar vad som kommer sen.</Told>
                }
              >
                <Facts
                  items={[
                    ['Vem', 'Mamma och pappa, med hjälp av Ali Rahimi på Familjestöd'],
                    ['När', 'Varje skoldag till 18 december'],
                    ['Läge', <StateMark state="ongoing" />],
                  ]}
                />
              </ActionRow>
              <ActionRow
                what="Samtal om sömn"
                told={<Told to="Lisa">Du och Sofia har pratat om hur kroppen somnar.</Told>}
              >
                <Facts
                  items={[
                    ['Vem', 'Sofia Lund, skolsköterska'],
                    ['När', 'Två gånger i november'],
                    ['Läge', <StateMark state="done" />],
                  ]}
                />
              </ActionRow>
            </ActionList>
          </Goal>
          <Goal area="relationships" words="Jag vill ha någon att vara med på rasten.">
            <ActionList>
              <ActionRow what="Simskola på lördagar">
                <Facts
                  items={[
                    ['Vem', 'Jonas (pappa) och Simklubben Gäddan'],
                    ['När', 'Från 9 januari'],
                    ['Läge', <StateMark state="later" />],
                  ]}
                />
              </ActionRow>
              <ActionRow what="Läxhjälp">
                <Facts items={[['Läge', <StateMark state="ended" label="Avslutad 3 oktober" />]]} />
              </ActionRow>
            </ActionList>
          </Goal>
        </Goals>
      </Section>
      <Section id="kontakt" title="En kontakt på varje ställe">
        <PersonList
          people={[
            { place: 'Furuskolan', who: 'Karin Wester, rektor', phone: '070-174 06 05' },
            { place: 'Elevhälsan', who: 'Sofia Lund, skolsköterska', phone: '070-174 06 12' },
            { place: 'Simklubben Gäddan', who: 'Ingrid Falk, ledare', note: 'Läser bara sin egen del' },
          ]}
        />
      </Section>
      <Section id="svarare" title="Om det blir svårare" lead="Det här har ni bestämt tillsammans.">
        <p>Ring Karin. Vi väntar inte till nästa möte. Då ses vi inom en vecka.</p>
      </Section>
    </TwoColumns>
  </Page>
)

const PlanAside = () => (
  <>
    <NextStep
      label="Nästa uppföljning"
      main="Tisdag 24 november klockan 14.30"
      action={{ href: '/mote', label: 'Förbered mötet' }}
    >
      <p class="soft">Furuskolan, rummet Granen. Lisa är med de första 20 minuterna.</p>
    </NextStep>
    <Facts
      side
      items={[
        ['Barnets bästa-ansvarig', 'Karin Wester, Furuskolan'],
        ['Samverkansansvarig', 'Ali Rahimi, Familjestöd Alvesta'],
        ['Läser hela planen', 'Lisa, Maria, Jonas, Furuskolan, Familjestöd och Elevhälsan'],
        ['Version', '3, från 12 november 2026'],
      ]}
    />
  </>
)

const wheel = () => (
  <Page title="Barnets bästa-hjulet" kind="family" nav={familyNav} viewer={maria}>
    <Intro
      kicker="Lisas hjul, den 2 november 2026"
      title="Så har Lisa det"
      lead="Fyra röster om Lisas liv. Varje röst står för sig, och ingen räknas ihop med någon annan."
    />
    <Wheel wheel={lisasWheel} />
    <Actions>
      <LinkButton href="/plan">Till Lisas plan</LinkButton>
      <a href="/hjulet">Se hjulet från 4 september bredvid</a>
    </Actions>
  </Page>
)

const compare = () => (
  <Page title="Hjulet då och nu" kind="family" nav={familyNav} viewer={maria}>
    <Intro kicker="Lisas hjul" title="Så har Lisa det, då och nu" />
    <WheelCompare
      times={[
        { when: '4 september', wheel: lisasWheelInSeptember },
        { when: '2 november', wheel: lisasWheel },
      ]}
    />
  </Page>
)

const whoSees = () => (
  <Page title="Vem ser vad" kind="family" nav={familyNav} viewer={maria}>
    <Intro kicker="Lisa Holmgren" title="Vem ser vad om Lisa?" lead="Ni bestämmer vad som delas." />
    <Section id="delas" title="Det här delas nu" lead="Bara det som behövs, och inte mer än så.">
      <Receipts>
        <Receipt
          title="Familjestöd Alvesta"
          who="Ali Rahimi"
          items={[
            [
              'Får läsa',
              <>
                Hela planen, och två områden i hjulet
                <AreaList areas={['home', 'safety']} />
              </>,
            ],
            ['Behövs för att', 'Ali hjälper er med morgnarna.'],
            ['Gäller till', '31 maj 2027'],
          ]}
        >
          <Actions>
            <LinkButton href="/andra" secondary>
              Ändra eller ta tillbaka
            </LinkButton>
          </Actions>
        </Receipt>
        <Receipt
          title="Simklubben Gäddan"
          who="Ingrid Falk, ledare"
          items={[['Får läsa', 'Bara sin egen del']]}
        />
      </Receipts>
    </Section>
    <Section id="last" title="De här har läst">
      <TimelineList
        entries={[
          {
            date: '2026-11-23',
            what: 'Karin Wester, rektor på Furuskolan, läste hela planen.',
            more: 'I dag klockan 8.12.',
          },
          { date: '2026-11-09', what: 'Du läste hela planen.' },
        ]}
      />
    </Section>
    <Section id="inget" title="Äldre">
      <Empty>Det finns inget äldre.</Empty>
    </Section>
  </Page>
)

const child = () => (
  <Page title="Min sida" kind="child" viewer={undefined}>
    <Intro title="Hej Lisa!" lead={<span id="hej">Det här är din plan. Den säger vem som hjälper dig.</span>}>
      <Listen part="hej" what="början" />
    </Intro>
    <NextStep
      label="Det här händer sen"
      main="I morgon efter skolan träffas vi."
      action={{ href: '/prata', label: 'Vad vill du prata om?' }}
    >
      <p>Vi pratar om hur det går. Du bestämmer om du vill vara med.</p>
    </NextStep>
    <BrightMoment by="Det såg Petra.">Du läste två kapitel och ville ha ett till.</BrightMoment>
    <Section id="vill" title="Det här vill du">
      <Wants
        items={[
          { area: 'home', text: 'Lugnt på morgonen' },
          { area: 'learning', text: 'Läsa en hel bok själv' },
          { area: 'relationships', text: 'Någon att vara med på rasten' },
        ]}
      />
    </Section>
    <Section id="hjalper" title="De här hjälper dig">
      <Helpers
        items={[
          {
            area: 'home',
            who: 'Mamma och pappa',
            does: 'Du har samma bilder hos båda.',
            when: 'Varje skoldag',
          },
          {
            area: 'learning',
            who: 'Petra',
            does: 'Läser med dig. Ni väljer bok ihop.',
            when: 'Måndag och torsdag',
          },
          { area: 'relationships', who: 'Omar', does: 'Hittar på en lek. Du får vara med.' },
          { area: 'health', who: 'Simskolan', does: 'Pappa följer med dig.', when: 'Lördagar, efter jul' },
          { area: 'safety', who: 'Sofia', does: 'Pratar med dig om sömn.' },
          { area: 'care', who: 'Mormor', does: 'Lagar mellis med dig.' },
          { area: 'development', who: 'Ali', does: 'Odlar solrosor med dig.' },
        ]}
      />
      <Listen part="hjalper" what="vilka som hjälper dig" />
    </Section>
    <Section id="fraga" title="Hjälper det att läsa med Petra?" lead="Petra och Karin får se ditt svar.">
      <Answers name="helps" viewer={maria} />
    </Section>
  </Page>
)

export const gallery = {
  uppgifter: tasks,
  uppmarksamma: notice,
  konflikt: conflict,
  plan,
  hjulet: wheel,
  jamfor: compare,
  'vem-ser': whoSees,
  'min-sida': child,
  'finns-inte': () => <NotFoundPage />,
  'forsok-igen': () => <TryAgainPage />,
  'logga-in': () => <NotSignedInPage signInHref="/logga-in" />,
  fel: () => <ErrorPage title="Filen är för stor" lead="Den får vara högst 10 MB. Välj en mindre fil." />,
}
