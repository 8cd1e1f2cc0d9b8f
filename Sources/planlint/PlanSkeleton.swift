/// The plan that `planlint new` starts people with.
enum PlanSkeleton {
  static let text = """
    # A plan for one intervention. What follows a # is a hint, for you alone.
    # Fill in what you know, one part at a time; take out what you do not need.
    # Long texts go under a | with two more spaces before each line.
    plan: 1
    title: A plan for our family
    status: draft
    # What should come out of the meeting, in a sentence.
    goal:

    # The person you are worried about.
    subject:
      name:
      # lives_with, substances, preferences and needs help to choose place and treatment.
      substances: []

    # A counselor or interventionist who knows the plan. Very much worth a phone call.
    professional:
      name:
      phone:

    # Four to six people whom the person loves and trusts.
    participants:
      # - name: Jo
      #   relationship: sister
      #   willing: yes

    # At least one meeting to plan, and one to rehearse.
    planning:
      sessions: []

    # The meeting itself.
    meeting:
      date:
      start:
      led_by:

    # How the person is asked to come: best openly, and with the truth.
    invitation:
      subject_informed:
      by:
      message:

    # A private, neutral place; nobody's home, and nowhere that serves alcohol.
    venue:
      name:
      kind:

    agenda: []

    # What each one will say: what happened, how it felt, what you hope for. Start with love.
    scripts:
      # - speaker: Jo
      #   text: |
      #     I love you, and I am scared.

    # What you yourselves will do from now on, whatever the answer is.
    boundaries: []

    # Who answers, and how, if the person gets angry, denies, cries or wants to leave.
    resistance:
      scenarios: []

    # At least three choices that can start at once: the choice is theirs.
    treatment_options:
      options: []

    # Who drives, who helps with the first appointment, who calls in the weeks after.
    follow_through: []

    # What to do in an emergency, and who knows about risks.
    safety:
      emergency: []

    """
}
