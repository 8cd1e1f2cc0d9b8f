#!/usr/bin/env python3
"""Writes plans for measurements: generate-plans.py FOLDER [COUNT [SEED]].

The plans are invented, about 6 KB each, and vary in people, form and words; the same seed gives the same bytes. Most of
their letters deserve no remark, some sentences do, as in drafts.
FOLDER/many holds COUNT plans (2,000), FOLDER/one.plan.yaml is one of about 150 lines, and FOLDER/large.plan.yaml is one
of 20 MB, whose letters go on and on.
"""
import os
import random
import sys

NAMES = """Ana Ben Cora Dev Edith Felix Gwen Hugo Ida Joel Kemal Lena Milo Nora Omar Paula Quinn Rosa Stefan Tilda Uma
Victor Wanda Xenia Yusuf Zoe Amara Bruno Clara Dario Elsie Frank Greta Harvey Iris Jamal Katja Luis Marta Nils Opal Pavel
Rafael Sadie Tomasz Ursula Vera Walt Yara Zeno Renée José Zoë Søren""".split()
FAMILY = "Abbott Berger Castillo Dunn Eriksen Fontaine Grover Haddad Ivanov Jensen Kowalski Larsen Moreno Novak Okafor Petrov Quirke Romero Silva Tanaka Weaver Young Zeller Nuñez".split()
RELATIONS = ["mother", "father", "sister", "brother", "oldest friend", "wife", "husband", "cousin", "aunt", "neighbor and friend",
             "coach", "grandmother", "daughter", "son", "friend from work"]
SUBSTANCES = ["wine", "beer", "vodka", "pills", "oxycodone", "cocaine", "cannabis", "heroin", "whiskey", "meth"]
MONTHS = ["January", "February", "March", "April", "May", "June", "September", "October", "November", "December"]
PLACES = ["the kitchen", "the garage", "the parking lot behind the clinic", "our mother's porch", "the back seat", "the stairs",
          "the bus station", "the waiting room", "the lake", "the hallway", "the church hall", "the hospital"]
LOVED = ["taught me to ride a bicycle", "sang in the car all the way to the coast", "sat with me the night my father died",
         "never missed one of my games", "made the whole street laugh", "repaired my roof in the rain", "read to the twins every evening",
         "carried my boxes up four floors", "danced with me at the wedding", "drove through the snow when my son was born",
         "planted the apple tree behind the house", "called me every single Sunday for years"]
EVENTS = ["you fell on the stairs and I held a towel to your forehead until the ambulance came", "you came to the birthday and fell asleep at the table",
          "I found you in {place} and could not wake you for ten minutes", "you rang at five in the morning and did not know where you were",
          "we waited with dinner until ten, and you did not remember that we had planned it", "you drove home with the lights off and I heard the mailbox go",
          "the school called me because nobody had come to pick up the children", "I saw you in {place}, and you looked through me as if I were glass",
          "you missed the train that we had booked in spring", "the rent was gone, and we sat in {place} and counted coins"]
FEELINGS = ["I was so frightened that my hands shook until morning", "I sat down in {place} and cried", "I felt helpless, and I still do when the phone rings",
            "I lay awake and listened for your key", "I was scared of losing you", "I did not know what to say to the children",
            "I felt worried and a little lonely", "I was more afraid than I have ever been", "since then I keep the phone under my pillow"]
KIND = ["I know this is an illness, and that stopping alone is very hard.", "I am not here to judge anything.", "Nobody in this room thinks less of you.",
        "You do not have to decide anything today, and we will not leave if you say no.", "I have read a lot, and I understand more than I did in {month}.",
        "My own evenings were no example, and I have begun to talk with somebody about it.", "We have all made mistakes in this; mine was to keep quiet.",
        "There are people who help with exactly this, and they are good at it.", "I would rather say it badly than not at all.",
        "I think of {place}, and of what you said there, more often than you would believe.", "It took me three weeks to find these words.",
        "Please take all the time you need; we can stop whenever you want."]
ASKS = ["Would you let me go with you to a first appointment?", "Would you be willing to look at three possibilities with us today?", "May I show you what {other} found?",
        "Please talk to one of the people on the list; I will come along if you like.", "Would you try it for a month, with all of us around you?",
        "Can we call them together, today or tomorrow?"]
HARSH = ["You always ruin everything.", "You are a selfish drunk and you know it.", "If you really loved us you would stop.", "How could you do this to your mother?",
         "You never keep your promises.", "You have to choose: us or the bottle!!", "I am DONE with your excuses.", "You are an addict and a liar.",
         "This is your last chance.", "You should be ashamed of yourself."]
STEPS = [("Welcome and ground rules", "opening"), ("Letters", "scripts"), ("We listen", "listening"), ("The options", "options"), ("What happens next", "closing")]
OPTIONS = [("withdrawal-management", "Hospital San Rafael", "a doctor at the bedside in the first days"), ("medication", "Harbor Clinic", "monthly visits in the morning"),
           ("intensive-outpatient", "Day clinic South", "three afternoons a week, with a psychologist"), ("residential", "House by the Lake", "six weeks in a small house"),
           ("mutual-help", "Tuesday group", "five minutes from the flat")]


class Plan:
    def __init__(self, seed, letter_sentences=None):
        self.r = random.Random(seed)
        r = self.r
        names = r.sample(NAMES, 7)
        self.subject, self.pro = names[0], names[1]
        self.circle = names[2:2 + r.randint(3, 5)]
        self.family = r.choice(FAMILY)
        self.pronoun = r.choice(["he/him", "she/her", "they/them"])
        self.roughness = r.choice([0, 0, 0, 0.02, 0.05, 0.12])
        self.letter_sentences = letter_sentences
        self.loose = r.random() < 0.5
        self.lines = []

    def fill(self, text, speaker):
        r = self.r
        while "{" in text:
            text = text.replace("{place}", r.choice(PLACES), 1).replace("{month}", r.choice(MONTHS), 1)
            text = text.replace("{other}", r.choice([n for n in self.circle if n != speaker]), 1)
        return text

    def sentence(self, speaker):
        r = self.r
        if r.random() < self.roughness:
            return r.choice(HARSH)
        kind = r.randrange(5)
        if kind == 0:
            text = f"In {r.choice(MONTHS)} {r.choice(EVENTS)}."
        elif kind == 1:
            text = f"On {r.choice(MONTHS)} {r.randint(1, 28)} {r.choice(EVENTS)}, and {r.choice(FEELINGS)}."
        elif kind == 2:
            text = f"{self.subject}, you {r.choice(LOVED)}, and I have not forgotten it."
        elif kind == 3:
            text = f"When it happened again in {r.choice(MONTHS)}, {r.choice(FEELINGS)}."
        else:
            text = r.choice(KIND)
        return self.fill(text, speaker)

    def letter(self, speaker):
        r = self.r
        count = self.letter_sentences or r.randint(4, 8)
        body = [f"Dear {self.subject}, I love you. You {r.choice(LOVED)}, and you {r.choice(LOVED)}."]
        body += [self.sentence(speaker) for _ in range(count)]
        return body + [self.fill(r.choice(ASKS), speaker)]

    def wrapped(self, sentences, indent, width):
        line, out = "", []
        for word in " ".join(sentences).split():
            if line and len(line) + len(word) > width:
                out.append(indent + line)
                line = ""
            line = f"{line} {word}" if line else word
        return out + [indent + line]

    def script(self, speaker):
        style = self.r.randrange(4)
        sentences = self.letter(speaker)
        self.lines += [f"  - speaker: {speaker}", "    delivery: read-aloud"]
        if style == 0:
            self.lines += ["    text: |"] + ["      " + s for s in sentences]
        elif style == 1:
            self.lines += ["    text: >"] + self.wrapped(sentences, "      ", 90)
        elif style == 2:
            escaped = [s.replace("\\", "\\\\").replace('"', '\\"') for s in sentences]
            body = self.wrapped(escaped, "      ", 90)
            body[0] = '    text: "' + body[0].strip()
            self.lines += body[:-1] + [body[-1] + '"']
        else:
            self.lines += ["    text:"] + ['      - "' + s.replace('"', '\\"') + '"' for s in sentences]

    def people(self):
        r = self.r
        self.lines += ["subject:", f"  name: {self.subject} {self.family}", f"  aliases: [{self.subject}]", f"  pronouns: {self.pronoun}",
                       f"  age: {r.randint(19, 74)}", f"  address: {r.randint(1, 200)} Elm Street", f"  lives_with: [{self.circle[0]}]",
                       f"  substances: [{', '.join(r.sample(SUBSTANCES, 2))}]",
                       f"  needs: [\"evenings free for {r.choice(['the children', 'a course', 'choir'])}\", a doctor who listens]", ""]
        self.lines += ["professional:", f"  name: {self.pro} {r.choice(FAMILY)}", f"  aliases: [{self.pro}]", "  title: certified intervention professional",
                       "  credentials: [CIP]", f"  experience: {r.randint(3, 25)} years in addiction treatment", f"  phone: \"555-01{r.randint(10, 99)}\"",
                       "  confirmed: yes", "", "participants:"]
        for index, name in enumerate(self.circle):
            relation = r.choice(RELATIONS)
            role = ["reads first", "drives", "finds the options", "reads second", "calls every evening"][index]
            asked = f"2026-03-{r.randint(1, 9):02}"
            if self.loose:
                self.lines.append(f"  - {{name: {name}, relationship: {relation}, closeness: very close, age: {r.randint(20, 80)}, willing: yes, asked_on: {asked}, role: {role}}}")
            else:
                self.lines += [f"  - id: {name.lower()}", f"    name: {name}", f"    relationship: {relation}", "    closeness: very-close",
                               f"    age: {r.randint(20, 80)}", "    willing: yes", f"    asked_on: {asked}", f"    role: {role}"]
        self.lines.append("")

    def text(self):
        r = self.r
        add = self.lines.append
        add(f"# A plan for {self.subject}, made for measurements.")
        self.lines += [f"title: An open talk with {self.subject}", f"goal: {self.subject} hears how much we care and chooses a first step into treatment.", "model: invitational", ""]
        self.people()
        self.lines += ["planning:", "  sessions:", f"    - {{kind: initial, date: 2026-03-02, attendees: [{self.circle[0]}, {self.circle[1]}], covered: [who takes part, whom to ask]}}",
                       f"    - {{kind: official, date: 2026-03-14, led_by: {self.pro}, attendees: all, covered: [roles, letters read aloud, hard moments, options]}}", "",
                       f"meeting: {{date: 2026-03-21, start: \"{r.randint(9, 17)}:30\", minutes: 90, led_by: {self.pro}}}", "",
                       "invitation:", "  subject_informed: yes", f"  by: {self.circle[0]}", "  when: 2026-03-16", "  message: >"]
        self.lines += self.wrapped([f"{self.subject}, we would like to sit down with you on Saturday at {self.pro}'s practice.",
                                    "We want to tell you how much you matter to us, and talk about help.", "You can say no, and you can leave whenever you want."], "    ", 80)
        self.lines += ["", "venue:", f"  name: {self.pro}'s practice, the room with the {r.choice(['blue', 'green', 'old'])} chairs", "  kind: professional-office",
                       "  address: 3 Park Street", "  privacy: private", "  notes: The practice is closed on Saturdays, and nobody else is in the house.", "", "agenda:"]
        for step, kind in STEPS:
            speakers = f", speakers: [{', '.join(self.circle)}]" if kind == "scripts" else ""
            add(f"  - {{step: {step}, kind: {kind}, lead: {self.pro}{speakers}, minutes: {r.randint(5, 25)}}}")
        self.lines += ["", "ground_rules:", f"  - One person speaks at a time, and {self.subject} can ask for a break.", "  - Nobody blocks the door, nobody raises their voice.", "", "scripts:"]
        for name in self.circle:
            self.script(name)
        self.lines += ["", "resistance:", f"  anger: {self.pro} speaks slowly and offers ten minutes of fresh air.", f"  argument: Nobody rebuts. {self.pro} repeats the concern.",
                       "  tears: We wait. Tissues are on the table.", f"  wants to leave: Free to go. {self.pro} offers to walk along.",
                       f"  refusal: We say thank you for listening, and {self.circle[1]} asks again in a week.", "", "treatment_options:",
                       f"  researcher: {self.circle[2]}", "  researched_by: 2026-03-13", "  options:"]
        for kind, name, fit in r.sample(OPTIONS, 3):
            add(f"    - {{kind: {kind}, name: {name}, provider: {name}, phone: \"555-01{r.randint(10, 99)}\", insurance: accepted, availability: a place from March {r.randint(20, 31)}, fit: \"{fit}\"}}")
        a, b, c = self.circle[:3]
        self.lines += ["", "follow_through:", f"  - {{kind: intake, assignee: {a}, backup: {b}, due: 2026-03-23, task: books the first visit}}",
                       f"  - {{kind: transportation, assignee: {b}, backup: {c}, when: day of the intake and each visit after it}}",
                       f"  - {{kind: check-in, assignee: {c}, recurrence: daily, starts: 2026-03-21, until: 2026-03-29}}",
                       f"  - {{kind: ongoing-contact, assignee: {c}, recurrence: every Sunday, starts: 2026-03-29, task: a walk}}",
                       f"  - {{kind: if-declined, assignee: {a}, when: 2026-03-28, task: says that the offer stays}}",
                       f"  - {{kind: review, assignee: {self.pro}, when: 2026-04-25, task: everyone meets again}}", "", "safety:",
                       f"  suicide_risk: {{screened_by: {self.pro}, level: low, plan: 988 is in the phone}}", f"  violence_risk: {{screened_by: {self.pro}, level: none}}",
                       f"  naloxone: {{available: yes, holder: {b}, trained: [{a}, {b}]}}", "  if_intoxicated: we do not hold the meeting that day and find a new date",
                       "  emergency: [911, 988]", "", "confidentiality: {agreed_by: all, rules: [no filming, no posting]}"]
        return "\n".join(self.lines) + "\n"


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    os.makedirs(folder + "/many", exist_ok=True)
    for index in range(count):
        write(f"{folder}/many/{index:05}.plan.yaml", Plan(seed * 1_000_000 + index).text())
    # The first plan of about 150 lines.
    for index in range(10_000):
        text = Plan(seed * 1_000_000 + 500_000 + index).text()
        if 148 <= text.count("\n") <= 152:
            write(folder + "/one.plan.yaml", text)
            break
    write(folder + "/large.plan.yaml", Plan(seed * 1_000_000 + 999_999, letter_sentences=45_000).text())


main()
