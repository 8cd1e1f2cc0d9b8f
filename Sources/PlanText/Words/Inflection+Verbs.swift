extension Inflection {
  /// Past and participle by infinitive.
  static let irregularVerbs = table(
    """
    arise arose arisen
    awake awoke awoken awakened
    babysit babysat
    backslide backslid backslidden
    bear bore borne born
    beat beat beaten
    become became become
    befall befell befallen
    begin began begun
    bend bent
    bet bet betted
    betake betook betaken
    bid bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    broadcast broadcast broadcasted
    build built
    burn burned burnt
    burst burst bursted
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came
    cost cost costed
    creep crept
    cut cut
    deal dealt
    dig dug
    dive dived dove
    do did done
    draw drew drawn
    dream dreamed dreamt
    drink drank drunk
    drive drove driven
    dwell dwelled dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    fit fit fitted
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbad forbidden
    forecast forecast forecasted
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    forgo forwent forgone
    forsake forsook forsaken
    freeze froze frozen
    gaslight gaslighted gaslit
    get got gotten
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hung hanged
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    input input inputted
    keep kept
    kneel knelt kneeled
    knit knit knitted
    know knew known
    lay laid
    lead led
    lean leaned leant
    leap leaped leapt
    learn learned learnt
    leave left
    lend lent
    let let
    lie lied lay lain
    light lit lighted
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    misread misread
    misspeak misspoke misspoken
    mistake mistook mistaken
    misunderstand misunderstood
    mow mowed mown
    offset offset
    outdo outdid outdone
    outgrow outgrew outgrown
    overcome overcame
    overdo overdid overdone
    overdraw overdrew overdrawn
    overeat overate overeaten
    overhear overheard
    oversee oversaw overseen
    oversleep overslept
    overspend overspent
    overtake overtook overtaken
    overthrow overthrew overthrown
    partake partook partaken
    pay paid
    plead pleaded pled
    prove proved proven
    put put
    quit quit quitted
    read read
    rebuild rebuilt
    redo redid redone
    repay repaid
    resell resold
    retake retook retaken
    rethink rethought
    rewrite rewrote rewritten
    rid rid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    saw sawed sawn
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    sew sewed sewn
    shake shook shaken
    shave shaved shaven
    shed shed
    shine shone shined
    shit shit shitted shat
    shoot shot
    show showed shown
    shrink shrank shrunk
    shut shut
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    slink slunk
    slit slit
    smell smelled smelt
    sneak sneaked snuck
    sow sowed sown
    speak spoke spoken
    speed sped speeded
    spell spelled spelt
    spend spent
    spill spilled spilt
    spin spun
    spit spat spit
    split split
    spoil spoiled spoilt
    spread spread
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    strew strewed strewn
    stride strode stridden
    strike struck stricken
    string strung
    strive strove striven strived
    swear swore sworn
    sweep swept
    swell swelled swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    thrive thrived throve
    throw threw thrown
    thrust thrust
    tread trod trodden
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    undo undid undone
    uphold upheld
    upset upset
    wake woke woken waked
    wear wore worn
    weave wove woven weaved
    wed wed wedded
    weep wept
    wet wet wetted
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    withstand withstood
    wring wrung
    write wrote written
    """
  )
}
