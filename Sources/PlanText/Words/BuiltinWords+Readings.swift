extension BuiltinWords {
  /// Spellings that stand for other words: one a line, then the words.
  ///
  /// First the endings that the scanner cuts off at an apostrophe, then whole words. Spellings that are words of their
  /// own are left out: "ill", "id", "well", "were", "shell", "wed", "its", "lets", "cause".
  static let readings = """
    n't not
    're are
    'll will
    've have
    'm am
    'd would
    can't can not
    cant can not
    cannot can not
    won't will not
    wont will not
    shan't shall not
    ain't is not
    aint is not
    dont do not
    doesnt does not
    didnt did not
    couldnt could not
    shouldnt should not
    wouldnt would not
    mustnt must not
    neednt need not
    isnt is not
    arent are not
    wasnt was not
    werent were not
    havent have not
    hasnt has not
    hadnt had not
    im i am
    ive i have
    youre you are
    youve you have
    youll you will
    youd you would
    theyre they are
    theyve they have
    theyll they will
    theyd they would
    weve we have
    hes he is
    shes she is
    thats that is
    whats what is
    wheres where is
    theres there is
    heres here is
    whos who is
    wouldve would have
    couldve could have
    shouldve should have
    mustve must have
    woulda would have
    coulda could have
    shoulda should have
    let's let us
    gonna going to
    wanna want to
    gotta got to
    hafta have to
    oughta ought to
    tryna trying to
    gimme give me
    lemme let me
    dunno do not know
    kinda kind of
    sorta sort of
    outta out of
    lotta lot of
    whatcha what are you
    imma i will
    c'mon come on
    cmon come on
    y'all you all
    yall you all
    ya you
    u you
    ur your
    r are
    cuz because
    coz because
    cus because
    'cause because
    'cuz because
    'em them
    'til until
    'till until
    til until
    'bout about
    'round around
    'tis it is
    'twas it was
    'n and
    thru through
    tho though
    plz please
    pls please
    ppl people
    """
}
