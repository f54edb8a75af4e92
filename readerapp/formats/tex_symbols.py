"""The characters that macros of TeX stand for, as LaTeX, amsmath and amssymb have them, and what papers add to them."""

from __future__ import annotations

# "name character" by what the character is in a formula (The TeXbook, chapter 17), which decides the space around it.
_BY_KIND = {
    "ord": """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
        varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
        phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ
        Phi Φ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ
        varPsi Ψ varOmega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ
        Chi Χ eps ε veps ε epsi ε ve ε vareps ε infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ
        Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ daleth ℸ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬
        lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ triangle △ vartriangle △ Box □ square □ blacksquare ■ Diamond ◇
        lozenge ◊ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ prime ′
        backprime ‵ degree ° backslash \\ dag † ddag ‡ S § P ¶ pounds £ euro € copyright © complement ∁ mho ℧
        eth ð checkmark ✓ maltese ✠ Bbbk 𝕜 vert | Vert ‖ | ‖ % % # # $ $ & & _ _ surd √ blacktriangle ▲ AA Å
        textmu µ micro µ ohm Ω cmark ✓ xmark ✗ blacktriangledown ▼ triangledown ▽ bigcirc ◯ hexagon ⬡
        mathdollar $ textdollar $ lbrack [ rbrack ] ldots … dots … dotsc … dotso … mathellipsis … textellipsis …
        vdots ⋮ iff ⟺
        R ℝ RR ℝ Reals ℝ reals ℝ real ℝ bbR ℝ Real ℝ N ℕ NN ℕ bbN ℕ Z ℤ ZZ ℤ bbZ ℤ Q ℚ QQ ℚ bbQ ℚ C ℂ CC ℂ bbC ℂ
        E 𝔼 EE 𝔼 bbE 𝔼 PP ℙ bbP ℙ F 𝔽 FF 𝔽 bbF 𝔽 II 𝕀 bbI 𝕀
    """,
    "bin": """
        pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨
        wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁
        triangleright ▷ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡
        amalg ⨿ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ circleddash ⊝
        barwedge ⊼ veebar ⊻ curlyvee ⋎ curlywedge ⋏ Cap ⋒ Cup ⋓ intercal ⊺ centerdot ⋅ dotplus ∔ divideontimes ⋇
        leftthreetimes ⋋ rightthreetimes ⋌ textperiodcentered ⋅ texttimes ×
    """,
    "rel": """
        leq ≤ le ≤ geq ≥ ge ≥ lt < gt > ne ≠ neq ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧
        lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅
        asymp ≍ doteq ≐ doteqdot ≑ Doteq ≑ triangleq ≜ propto ∝ varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰
        preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊
        supsetneq ⊋ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈
        ni ∋ owns ∋ notin ∉ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ indep ⫫ independent ⫫ Perp ⫫ vdash ⊢ dashv ⊣
        models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ smile ⌣ frown ⌢ bowtie ⋈ Join ⋈ between ≬ because ∵
        therefore ∴ coloneqq ≔ coloneq ≔ eqqcolon ≕ defeq ≔ vcentcolon ∶ eqdef ≝ approxeq ≊ thicksim ∼
        thickapprox ≈ backsim ∽ backsimeq ⋍ eqsim ≂ bumpeq ≏ Bumpeq ≎ circeq ≗ risingdotseq ≓ fallingdotseq ≒
        trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ nless ≮ ngtr ≯ nleq ≰ ngeq ≱
        lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ nprec ⊀ nsucc ⊁ nsim ≁ ncong ≇ nsubseteq ⊈ nsupseteq ⊉
        to → gets ← rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹
        impliedby ⟸ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
        Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
        Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀
        rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋
        rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇ leadsto ⇝ rightsquigarrow ⇝
        leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚
        nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻
        circlearrowleft ↺ upharpoonright ↾ restriction ↾ dashrightarrow ⇢ dashleftarrow ⇠ multimap ⊸ Rrightarrow ⇛
        textrightarrow → upuparrows ⇈ downdownarrows ⇊ doublecap ⋒
    """,
    "op": """
        sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ bigcap ⋂ bigcup ⋃ bigsqcup ⨆ biguplus ⨄ bigvee ⋁
        bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ intop ∫ smallint ∫
    """,
    "open": "{ { lbrace { langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lgroup ⟮ llbracket ⟦ llparenthesis ⦇ ulcorner ⌜",
    "close": "} } rbrace } rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rgroup ⟯ rrbracket ⟧ urcorner ⌝",
    "punct": "colon :",
    "inner": "cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱",
}

# Names set upright, as they are; limits go under those of the second line in a formula of its own.
_NAMES = """
    log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan arccot deg dim ker hom arg
    rank diag tr Tr trace sgn sign supp poly polylog polyloglog erf softmax relu ReLU span conv dom vol Vol Var Cov var
    cov KL OPT opt ALG NP SO SU GF dist diam nnz rad MSE VC TV LTF PTF reg err cost prox proj mix id const
    loglog grad
"""
_NAMES_WITH_LIMITS = "det gcd inf sup lim max min Pr argmin argmax arginf argsup liminf limsup injlim projlim esssup"

# The kinds of characters that are typed as themselves.
TYPED = {
    **dict.fromkeys("+-*−±×÷⋅∗∘∩∪∨∧⊕⊗", "bin"),
    **dict.fromkeys("=<>:≤≥≠≈∼∈∉⊂⊆→←↔⇒≡∝≪≫∣∥", "rel"),
    **dict.fromkeys("([⟨⌈⌊", "open"),
    **dict.fromkeys(")]!?⟩⌉⌋", "close"),
    **dict.fromkeys(",;", "punct"),
    **dict.fromkeys("∑∏∫⋃⋂", "op"),
}

# Macros that choose the letters of their argument, and old ones that do so up to the end of the group.
VARIANTS = {
    "mathbb": "bb", "mathds": "bb", "mathbbm": "bb", "mathbbold": "bb", "Bbb": "bb", "bb": "bb",
    "mathbf": "bf", "boldsymbol": "bfit", "bm": "bfit", "pmb": "bfit", "mat": "bf",
    "vct": "bf", "vect": "bf", "mc": "cal",
    "mathcal": "cal", "mathscr": "cal", "mathfrak": "frak", "mathsf": "sf", "mathtt": "tt",
    "mathrm": "rm", "mathit": "it", "mathnormal": "it", "mathup": "rm", "mathbfit": "bfit", "mathbfcal": "bfcal",
    "operatorfont": "rm",
}  # fmt: skip
SWITCHES = {
    "bf": "bf", "rm": "rm", "it": "it", "cal": "cal", "sf": "sf", "tt": "tt", "sl": "it", "em": "it", "sc": "rm",
    "bfseries": "bf", "itshape": "it", "rmfamily": "rm", "sffamily": "sf", "ttfamily": "tt", "scshape": "rm",
    "boldmath": "bfit", "frak": "frak", "scr": "cal",
}  # fmt: skip
TEXTS = {
    "text": "rm", "textrm": "rm", "textup": "rm", "textnormal": "rm", "mbox": "rm", "hbox": "rm", "fbox": "rm",
    "textmd": "rm", "textit": "it", "textsl": "it", "emph": "it", "textbf": "bf", "textsf": "sf", "texttt": "tt",
    "textsc": "rm", "intertext": "rm",
}  # fmt: skip

# The combining character each accent puts on its letter. The second table is of accents in running text.
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "check": "\u030c", "widecheck": "\u030c", "tilde": "\u0303",
    "widetilde": "\u0303", "acute": "\u0301", "grave": "\u0300", "dot": "\u0307", "ddot": "\u0308",
    "dddot": "\u20db", "breve": "\u0306", "bar": "\u0304", "vec": "\u20d7", "mathring": "\u030a", "Tilde": "\u0303",
    "Hat": "\u0302", "Bar": "\u0304", "wt": "\u0303", "wh": "\u0302", "overrightarrow": "\u20d7",
}  # fmt: skip
TEXT_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
TEXT_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€",
    "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textdegree": "°", "degree": "°", "texttrademark": "™", "textregistered": "®", "texttimes": "×",
    "textmu": "µ", "textpm": "±", "textdollar": "$", "textperiodcentered": "·", "textbullet": "•", "TeX": "TeX",
    "LaTeX": "LaTeX", "textasciigrave": "`", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip


def _table() -> dict[str, tuple[str, str]]:
    table = {}
    for kind, text in _BY_KIND.items():
        words = text.split()
        table.update({name: (character, kind) for name, character in zip(words[::2], words[1::2], strict=True)})
    return table


# The character and its kind, by the name of the macro.
SYMBOLS = _table()
# Whether limits go under it, by the name of the macro.
NAMES = dict.fromkeys(_NAMES.split(), False) | dict.fromkeys(_NAMES_WITH_LIMITS.split(), True)
SPELLED = {
    "argmin": "arg min", "argmax": "arg max", "arginf": "arg inf", "argsup": "arg sup", "liminf": "lim inf",
    "limsup": "lim sup", "esssup": "ess sup", "injlim": "inj lim", "projlim": "proj lim",
}  # fmt: skip

# Families of macros that papers define alike: \cA, \calA, \bbA, \bfx, \bA, \vx, \mA, \frakg.
FAMILIES = (
    (r"(?:cal|mathcal|scr)(?P<letter>[A-Za-z])", "cal"),
    (r"c(?P<letter>[A-Z])", "cal"),
    (r"(?P<letter>[A-Z])(?:cal)", "cal"),
    (r"(?:bb|mathbb)(?P<letter>[A-Z])", "bb"),
    (r"(?:bf|mathbf|b|m|mat|bs)(?P<letter>[A-Z])", "bf"),
    (r"(?:bf|b|v|vec|vct)(?P<letter>[a-z])", "bf"),
    (r"(?P<letter>[A-Za-z])(?:bf|b)", "bf"),
    (r"(?:rm|r)(?P<letter>[A-Z])", "rm"),
    (r"(?:frak|fr)(?P<letter>[A-Za-z])", "frak"),
)

# Those that come with an argument, to be told from it where a program has dropped the braces: \mathcalO, \emphwhole.
GLUED = (
    "boldsymbol", "mathcal", "mathbb", "mathbf", "mathrm", "mathsf", "mathtt", "mathscr", "mathfrak", "mathit",
    "widetilde", "widehat", "tilde", "hat", "bar", "vec", "sqrt", "overline", "underline", "textsc", "textbf",
    "textit", "texttt", "textrm", "textsf", "emph", "text", "log", "ln", "min", "max", "exp", "times",
)  # fmt: skip
