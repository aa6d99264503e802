import type { Need } from '#modules/knowledge'
import type { UnitKind } from './types.ts'

/** What a unit of each kind might say of itself. Proposals of ours: none of it is the county's own text. */
export type DemoEntry = {
  mission: string
  can: readonly string[]
  cannot: readonly string[]
  ages: readonly [from: number, to: number]
  hours: string
  asking: string
  needs: readonly Need[]
  /** Functions; `staff` is for those who work with children. */
  contacts: readonly string[]
  staff: readonly string[]
}

const office = 'Måndag till fredag 8–16.'

export const entries: Readonly<Record<UnitKind, DemoEntry>> = {
  midwifery: {
    mission: 'Vi följer dig som väntar barn, från de första veckorna till efter förlossningen.',
    can: [
      'Hälsokontroller och samtal under hela graviditeten',
      'Stöd när du är orolig eller rädd inför förlossningen',
      'Hjälp att hitta andra när livet är svårt just nu',
    ],
    cannot: [
      'Akut vård: ring förlossningen eller 112',
      'Råd om barnet efter de första veckorna: det gör BVC',
    ],
    ages: [-1, 0],
    hours: office,
    asking: 'Ring oss eller boka på 1177. Du behöver ingen remiss.',
    needs: ['expecting', 'parenting', 'sexuality'],
    contacts: ['Barnmorska'],
    staff: ['Enhetschef'],
  },
  child_health: {
    mission: 'Vi följer alla barns hälsa från födseln till skolan, och är ett stöd för dig som är förälder.',
    can: [
      'Råd om sömn, mat, trots och att växa',
      'Hälsobesök och vaccin',
      'Samtal med dig som är nybliven förälder och inte mår bra',
      'Föräldragrupper',
    ],
    cannot: [
      'Sjukvård: då ringer du vårdcentralen eller 1177',
      'Utredning av adhd eller autism: vi hjälper dig till rätt ställe',
    ],
    ages: [0, 5],
    hours: 'Måndag till fredag 8–16. Telefonen är öppen 8–10.',
    asking: 'Ring oss. Ni kan komma utan remiss, och det kostar inget.',
    needs: ['sleep', 'food', 'growth', 'speech', 'parenting', 'body', 'unsure'],
    contacts: ['BVC-sjuksköterska'],
    staff: ['BVC-psykolog'],
  },
  preschool: {
    mission: 'Vi möter barnet varje dag i lek och lärande, tillsammans med er hemma.',
    can: [
      'Prata om hur barnet har det i gruppen',
      'Anpassa dagen efter vad barnet behöver',
      'Specialpedagog när något är svårt',
    ],
    cannot: ['Hälsobesök: det gör BVC', 'Hjälp hemma: det kan familjestöd ge'],
    ages: [1, 5],
    hours: 'Måndag till fredag 6.30–18.',
    asking: 'Prata med pedagogerna när ni lämnar eller hämtar, eller ring rektor.',
    needs: ['growth', 'speech', 'friends', 'attention'],
    contacts: ['Rektor'],
    staff: ['Specialpedagog'],
  },
  compulsory_school: {
    mission: 'Vi ser till att barnet lär sig, mår bra och är tryggt i skolan.',
    can: [
      'Extra stöd i skolarbetet',
      'Stoppa mobbning och kränkningar',
      'Göra en plan när barnet har svårt att komma till skolan',
      'Kurator, psykolog och specialpedagog i elevhälsan',
    ],
    cannot: ['Behandling: det gör vården', 'Stöd i hemmet: det gör socialtjänsten'],
    ages: [6, 15],
    hours: 'Skoldagar 7.30–16.',
    asking: 'Prata med mentorn eller ring rektor. Barnet kan själv gå till vem som helst av oss.',
    needs: ['school', 'absence', 'friends', 'attention', 'unsure'],
    contacts: ['Rektor', 'Kurator'],
    staff: ['Specialpedagog'],
  },
  upper_secondary_school: {
    mission: 'Vi hjälper dig att klara gymnasiet och må bra på vägen.',
    can: [
      'Extra stöd i studierna',
      'Samtal med kurator',
      'Studie- och yrkesvägledning',
      'Göra en plan när det är svårt att komma hit',
    ],
    cannot: ['Behandling: det gör vården', 'Bostad och ekonomi: det gör socialtjänsten och CSN'],
    ages: [15, 20],
    hours: 'Skoldagar 7.30–16.',
    asking: 'Prata med din mentor, eller ring rektor eller kurator.',
    needs: ['school', 'absence', 'friends', 'work'],
    contacts: ['Rektor', 'Kurator'],
    staff: ['Specialpedagog'],
  },
  activity_responsibility: {
    mission: 'Vi söker upp och hjälper unga som inte går i gymnasiet.',
    can: ['Hitta tillbaka till studier', 'Praktik och väg till jobb', 'Samtal om vad du vill'],
    cannot: ['Bidrag och ekonomi: det gör socialtjänsten', 'Vård: ring vårdcentralen eller 1177'],
    ages: [16, 20],
    hours: office,
    asking: 'Ring eller skicka ett sms. Vi kan träffas där du tycker att det känns bra.',
    needs: ['work', 'absence'],
    contacts: ['Samordnare'],
    staff: [],
  },
  pupil_health: {
    mission: 'Skolsköterskor och skolläkare som följer elevernas hälsa.',
    can: [
      'Hälsosamtal om sömn, mat, oro och kropp',
      'Syn, hörsel, tillväxt och vaccin',
      'Prata med eleven om det som är svårt',
    ],
    cannot: [
      'Sjukvård: då ringer du vårdcentralen eller 1177',
      'Beslut om stöd i undervisningen: det gör rektor',
    ],
    ages: [6, 19],
    hours: 'Skoldagar 8–16.',
    asking: 'Eleven kan knacka på. Du som är vuxen kan ringa.',
    needs: ['sleep', 'food', 'body', 'growth', 'sadness', 'sexuality'],
    contacts: ['Skolsköterska'],
    staff: ['Medicinskt ledningsansvarig skolsköterska'],
  },
  primary_care: {
    mission: 'Vi är första stället när kroppen eller tankarna inte mår bra.',
    can: [
      'Undersöka och behandla vanliga sjukdomar',
      'Samtal för barn med lättare oro och nedstämdhet',
      'Remiss vidare när det behövs',
    ],
    cannot: ['Svår psykisk ohälsa: det gör BUP', 'Hälsokontroller av små barn: det gör BVC'],
    ages: [0, 20],
    hours: 'Måndag till fredag 8–17. Övrig tid: ring 1177.',
    asking: 'Ring oss eller skriv på 1177.',
    needs: ['body', 'sadness', 'sleep', 'food'],
    contacts: ['Rådgivning'],
    staff: ['Rehabkoordinator'],
  },
  child_psychiatry: {
    mission: 'Vi hjälper barn och unga som mår mycket dåligt psykiskt.',
    can: [
      'Bedöma och behandla svår oro, nedstämdhet och ätstörning',
      'Utreda adhd och autism',
      'Stöd när någon inte vill leva',
    ],
    cannot: ['Lättare oro: börja hos vårdcentralen eller elevhälsan', 'Stöd i skolan: det gör skolan'],
    ages: [0, 17],
    hours: 'Måndag till fredag 8–16.30. Akut kväll och helg: ring 1177 eller 112.',
    asking: 'Ring och berätta, eller skriv på 1177. Du behöver ingen remiss.',
    needs: ['sadness', 'attention', 'food', 'sleep'],
    contacts: ['Rådgivning'],
    staff: ['Konsultation för dig som arbetar med barn'],
  },
  habilitation: {
    mission: 'Vi hjälper barn med funktionsnedsättning, och deras familjer, att få vardagen att fungera.',
    can: ['Träning av kropp, tal och kommunikation', 'Hjälpmedel', 'Kurser och samtal för familjen'],
    cannot: ['Utredning av adhd: det gör BUP', 'Avlösare och LSS: det beslutar kommunen'],
    ages: [0, 17],
    hours: office,
    asking: 'Du kan själv söka till oss på 1177, eller be BVC, skolan eller läkaren skriva.',
    needs: ['disability', 'speech', 'growth'],
    contacts: ['Mottagningen'],
    staff: ['Konsultation för dig som arbetar med barn'],
  },
  youth_clinic: {
    mission: 'Hit kan du som är ung gå med frågor om kropp, känslor, kärlek och sex.',
    can: [
      'Samtal om att må dåligt',
      'Preventivmedel, gravtest och prov',
      'Svar på allt som känns pinsamt att fråga',
    ],
    cannot: ['Akut vård: ring 112', 'Långa behandlingar: då hjälper vi dig vidare'],
    ages: [12, 20],
    hours: 'Måndag till torsdag 9–17. Öppet hus tisdag 14–16.',
    asking: 'Ring eller kom på öppet hus. Dina föräldrar får inte veta att du har varit här.',
    needs: ['sexuality', 'sadness', 'substances'],
    contacts: ['Tidsbokning'],
    staff: [],
  },
  social_services: {
    mission: 'Vi stöttar familjer när vardagen är svår. Du kan prata med oss utan att det blir en utredning.',
    can: [
      'Råd och samtal för dig som är förälder',
      'Stöd när det är bråk, våld eller missbruk hemma',
      'Familjebehandling hemma hos er',
      'Råd om ekonomi och var ni kan bo',
    ],
    cannot: ['Utreda sjukdom: det gör vården', 'Ta emot orosanmälan här: ring socialtjänstens mottagning'],
    ages: [-1, 20],
    hours: office,
    asking: 'Ring och säg att du vill prata. Du behöver inte säga vad du heter.',
    needs: ['home', 'parenting', 'violence', 'substances', 'money'],
    contacts: ['Råd och stöd'],
    staff: ['Konsultation för dig som arbetar med barn'],
  },
  police: {
    mission: 'Vi skyddar barn som blir utsatta för brott, och arbetar för att unga inte ska dras in i det.',
    can: ['Ta emot anmälan om brott', 'Prata med unga som är på väg fel', 'Råd om hot på nätet'],
    cannot: ['Stöd och behandling: det gör socialtjänsten och vården', 'Lösa bråk som inte är brott'],
    ages: [0, 20],
    hours: 'Ring 114 14 dygnet runt. Vid fara: 112.',
    asking: 'Ring. Som barn får du ringa själv.',
    needs: ['violence', 'substances'],
    contacts: ['Kommunpolis'],
    staff: ['Samverkansperson'],
  },
  civil_society: {
    mission: 'Hos oss får barn och unga göra något roligt ihop, med vuxna som bryr sig.',
    can: [
      'En plats i gruppen, också för den som aldrig har provat',
      'En ledare som ser barnet',
      'Hjälp när avgiften är svår att betala',
    ],
    cannot: [
      'Samtal som behandling: det gör vården',
      'Hålla hemligt att ett barn far illa: då ringer vi socialtjänsten',
    ],
    ages: [5, 18],
    hours: 'Kvällar och helger. Telefon måndag till torsdag 17–19.',
    asking: 'Ring eller kom och prova på.',
    needs: ['leisure', 'friends'],
    contacts: ['Kansliet'],
    staff: [],
  },
  reception: {
    mission: 'Vet du inte vart du ska vända dig? Fråga oss, så hjälper vi dig till rätt ställe.',
    can: ['Lyssna och reda ut vem som kan hjälpa', 'Följa med frågan tills någon har tagit emot den'],
    cannot: [
      'Behandla och utreda: det gör den som vi hjälper dig till',
      'Ta emot orosanmälan: ring socialtjänsten',
    ],
    ages: [-1, 20],
    hours: office,
    asking: 'Ring eller kom förbi. Du behöver inte säga vad du heter.',
    needs: ['unsure'],
    contacts: ['Samordnare'],
    staff: [],
  },
}
