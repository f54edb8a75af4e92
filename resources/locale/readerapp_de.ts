<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AbstractView</name>
    <message>
        <source>This paper has no abstract.</source>
        <translation>Dieser Artikel hat keinen Abstract.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Add papers…</source>
        <translation>Artikel hinzufügen …</translation>
    </message>
    <message>
        <source>Paste a papers page, identifiers or links, and choose what becomes of them.</source>
        <translation>Eine Artikelseite, Kennungen oder Links einfügen und entscheiden, was daraus wird.</translation>
    </message>
    <message>
        <source>Paste papers</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Look through the clipboard for papers and add them.</source>
        <translation>Die Zwischenablage nach Artikeln durchsehen und sie hinzufügen.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Add the starter library</source>
        <translation>Starterbibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Bring in 24 landmark papers with tags and notes, to look around.</source>
        <translation>24 wegweisende Artikel mit Schlagwörtern und Notizen übernehmen, um sich umzusehen.</translation>
    </message>
    <message>
        <source>Export this list…</source>
        <translation>Diese Liste exportieren …</translation>
    </message>
    <message>
        <source>Bring in the papers of a file: a papers page, BibTeX, RIS, a PDF, or what another program writes.</source>
        <translation>Die Artikel einer Datei übernehmen: eine Artikelseite, BibTeX, RIS, ein PDF oder was ein anderes Programm schreibt.</translation>
    </message>
    <message>
        <source>Write the papers of the list shown to a file: BibTeX, RIS, CSL-JSON, JSON, CSV, Markdown or HTML.</source>
        <translation>Die Artikel der gezeigten Liste in eine Datei schreiben: BibTeX, RIS, CSL-JSON, JSON, CSV, Markdown oder HTML.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print the paper or the list shown, or save its pages as a PDF.</source>
        <translation>Den Artikel oder die gezeigte Liste drucken oder als PDF speichern.</translation>
    </message>
    <message>
        <source>Keep a folder of Markdown files…</source>
        <translation>Ordner mit Markdown-Dateien führen…</translation>
    </message>
    <message>
        <source>Have a file for each paper that Obsidian and Logseq show, and read back what is changed there.</source>
        <translation>Zu jedem Artikel eine Datei haben, die Obsidian und Logseq zeigen, und zurücklesen, was dort geändert wird.</translation>
    </message>
    <message>
        <source>Copy the bibliography</source>
        <translation>Literaturverzeichnis kopieren</translation>
    </message>
    <message>
        <source>Copy all papers of the list shown as references in your citation style.</source>
        <translation>Kopiert alle Artikel der gezeigten Liste als Literaturangaben in Ihrem Zitierstil.</translation>
    </message>
    <message>
        <source>Save the bibliography…</source>
        <translation>Literaturverzeichnis speichern …</translation>
    </message>
    <message>
        <source>Write all papers of the list shown to a file as references in your citation style.</source>
        <translation>Schreibt alle Artikel der gezeigten Liste als Literaturangaben in Ihrem Zitierstil in eine Datei.</translation>
    </message>
    <message>
        <source>Share as a page…</source>
        <translation>Als Seite weitergeben …</translation>
    </message>
    <message>
        <source>Write the list shown as one page for any browser, to send and to print.</source>
        <translation>Schreibt die gezeigte Liste als eine Seite für jeden Browser, zum Verschicken und zum Drucken.</translation>
    </message>
    <message>
        <source>Files kept current…</source>
        <translation>Aktuell gehaltene Dateien …</translation>
    </message>
    <message>
        <source>Keep a BibTeX or CSL-JSON file current for a document, with the papers of a project or a search.</source>
        <translation>Hält eine BibTeX- oder CSL-JSON-Datei für ein Dokument aktuell, mit den Artikeln eines Projekts oder einer Suche.</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Dubletten suchen</translation>
    </message>
    <message>
        <source>Look through the library for papers that may be one, and merge them.</source>
        <translation>Die Bibliothek nach Artikeln durchsehen, die derselbe sein können, und sie zusammenführen.</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Rename, merge, split and tidy your tags, and give them colours, keys and other names.</source>
        <translation>Ihre Schlagwörter umbenennen, zusammenführen, teilen und aufräumen, ihnen Farben, Tasten und andere Namen geben.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Write a checked copy of the library into its folder of backups.</source>
        <translation>Eine geprüfte Kopie der Bibliothek in ihren Ordner für Sicherungen schreiben.</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>Show what is in the trash and delete it for good; undo brings it back.</source>
        <translation>Zeigen, was im Papierkorb ist, und es endgültig löschen; „Rückgängig“ bringt es zurück.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back, whatever it was; after a restart too.</source>
        <translation>Die letzte Änderung zurücknehmen, welche es auch war; auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was undone last.</source>
        <translation>Das zuletzt Zurückgenommene noch einmal tun.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show every step, and go back or forward to any of them.</source>
        <translation>Jeden Schritt zeigen und zu jedem davon zurück- oder vorgehen.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already.</source>
        <translation>Das Fenster schließen; alles ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
        <source>Mark the paper read, or unread again, and stay on it.</source>
        <translation>Den Artikel als gelesen markieren oder wieder als ungelesen, und bei ihm bleiben.</translation>
    </message>
    <message>
        <source>Done, next paper</source>
        <translation>Fertig, nächster Artikel</translation>
    </message>
    <message>
        <source>Mark the paper read, take it out of up next and go to the next one.</source>
        <translation>Den Artikel als gelesen markieren, aus „Als Nächstes“ nehmen und zum nächsten gehen.</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Give the selected papers the status unread.</source>
        <translation>Den ausgewählten Artikeln den Status „Ungelesen“ geben.</translation>
    </message>
    <message>
        <source>Mark reading</source>
        <translation>Als „Lese ich“ markieren</translation>
    </message>
    <message>
        <source>Give the selected papers the status reading.</source>
        <translation>Den ausgewählten Artikeln den Status „Lese ich“ geben.</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Give the selected papers the status read.</source>
        <translation>Den ausgewählten Artikeln den Status „Gelesen“ geben.</translation>
    </message>
    <message>
        <source>Mark dropped</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Give the selected papers the status dropped.</source>
        <translation>Den ausgewählten Artikeln den Status „Verworfen“ geben.</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star the paper, or take the star away.</source>
        <translation>Dem Artikel einen Stern geben oder ihn wegnehmen.</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwort …</translation>
    </message>
    <message>
        <source>Tag the selected papers; -name takes a tag away.</source>
        <translation>Den ausgewählten Artikeln Schlagwörter geben; -Name nimmt eines weg.</translation>
    </message>
    <message>
        <source>Quick tag 1</source>
        <translation>Schnell-Schlagwort 1</translation>
    </message>
    <message>
        <source>Put the tag with the key 1 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 1 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 2</source>
        <translation>Schnell-Schlagwort 2</translation>
    </message>
    <message>
        <source>Put the tag with the key 2 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 2 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 3</source>
        <translation>Schnell-Schlagwort 3</translation>
    </message>
    <message>
        <source>Put the tag with the key 3 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 3 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 4</source>
        <translation>Schnell-Schlagwort 4</translation>
    </message>
    <message>
        <source>Put the tag with the key 4 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 4 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 5</source>
        <translation>Schnell-Schlagwort 5</translation>
    </message>
    <message>
        <source>Put the tag with the key 5 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 5 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 6</source>
        <translation>Schnell-Schlagwort 6</translation>
    </message>
    <message>
        <source>Put the tag with the key 6 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 6 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 7</source>
        <translation>Schnell-Schlagwort 7</translation>
    </message>
    <message>
        <source>Put the tag with the key 7 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 7 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 8</source>
        <translation>Schnell-Schlagwort 8</translation>
    </message>
    <message>
        <source>Put the tag with the key 8 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 8 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Quick tag 9</source>
        <translation>Schnell-Schlagwort 9</translation>
    </message>
    <message>
        <source>Put the tag with the key 9 on the selected papers, or take it away where all have it.</source>
        <translation>Den ausgewählten Artikeln das Schlagwort mit der Taste 9 geben oder es wegnehmen, wo alle es haben.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Go to the note of the paper.</source>
        <translation>Zur Notiz des Artikels gehen.</translation>
    </message>
    <message>
        <source>Start the note from a template</source>
        <translation>Die Notiz mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Put the note template of a tag of the paper into its note, below what is written there.</source>
        <translation>Die Notizvorlage eines Schlagworts des Artikels in seine Notiz setzen, unter das, was dort steht.</translation>
    </message>
    <message>
        <source>Earlier versions of the note…</source>
        <translation>Frühere Fassungen der Notiz…</translation>
    </message>
    <message>
        <source>Show what the note of the paper was before, what has changed, and put a version back.</source>
        <translation>Zeigen, was in der Notiz zum Artikel früher stand und was sich geändert hat, und eine Fassung zurückholen.</translation>
    </message>
    <message>
        <source>Write the takeaway</source>
        <translation>Fazit schreiben</translation>
    </message>
    <message>
        <source>Go to the one line to keep of the paper.</source>
        <translation>Zu der einen Zeile gehen, die vom Artikel bleibt.</translation>
    </message>
    <message>
        <source>Edit the details</source>
        <translation>Angaben bearbeiten</translation>
    </message>
    <message>
        <source>Show every field of the paper, to be corrected where it stands.</source>
        <translation>Jedes Feld des Artikels zeigen, um es dort zu berichtigen, wo es steht.</translation>
    </message>
    <message>
        <source>Highlight the selection</source>
        <translation>Auswahl markieren</translation>
    </message>
    <message>
        <source>Highlight what is selected in the abstract, with the meaning used last.</source>
        <translation>Das im Abstract Ausgewählte markieren, mit der zuletzt verwendeten Bedeutung.</translation>
    </message>
    <message>
        <source>Highlight as…</source>
        <translation>Markieren als …</translation>
    </message>
    <message>
        <source>Choose what the selection, or the highlight clicked last, means.</source>
        <translation>Wählen, was die Auswahl oder die zuletzt angeklickte Markierung bedeutet.</translation>
    </message>
    <message>
        <source>Quote in the note</source>
        <translation>In der Notiz zitieren</translation>
    </message>
    <message>
        <source>Put the chosen highlight, or what is selected in the abstract, into the note, with a link to the paper.</source>
        <translation>Die gewählte Markierung, oder was im Abstract ausgewählt ist, in die Notiz setzen, mit einem Verweis auf den Artikel.</translation>
    </message>
    <message>
        <source>Go to the highlights</source>
        <translation>Zu den Markierungen gehen</translation>
    </message>
    <message>
        <source>Go to the cards of what is highlighted in the paper, where comments are written.</source>
        <translation>Zu den Karten des im Artikel Markierten gehen, wo Kommentare geschrieben werden.</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>Take the rating away.</source>
        <translation>Die Bewertung wegnehmen.</translation>
    </message>
    <message>
        <source>Rate 1</source>
        <translation>Mit 1 bewerten</translation>
    </message>
    <message>
        <source>Rate the selected papers 1 of 5.</source>
        <translation>Die ausgewählten Artikel mit 1 von 5 bewerten.</translation>
    </message>
    <message>
        <source>Rate 2</source>
        <translation>Mit 2 bewerten</translation>
    </message>
    <message>
        <source>Rate the selected papers 2 of 5.</source>
        <translation>Die ausgewählten Artikel mit 2 von 5 bewerten.</translation>
    </message>
    <message>
        <source>Rate 3</source>
        <translation>Mit 3 bewerten</translation>
    </message>
    <message>
        <source>Rate the selected papers 3 of 5.</source>
        <translation>Die ausgewählten Artikel mit 3 von 5 bewerten.</translation>
    </message>
    <message>
        <source>Rate 4</source>
        <translation>Mit 4 bewerten</translation>
    </message>
    <message>
        <source>Rate the selected papers 4 of 5.</source>
        <translation>Die ausgewählten Artikel mit 4 von 5 bewerten.</translation>
    </message>
    <message>
        <source>Rate 5</source>
        <translation>Mit 5 bewerten</translation>
    </message>
    <message>
        <source>Rate the selected papers 5 of 5.</source>
        <translation>Die ausgewählten Artikel mit 5 von 5 bewerten.</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Add the paper to up next, or take it out.</source>
        <translation>Den Artikel zu „Als Nächstes“ hinzufügen oder herausnehmen.</translation>
    </message>
    <message>
        <source>Earlier in up next</source>
        <translation>Früher in „Als Nächstes“</translation>
    </message>
    <message>
        <source>Move the selected papers one place up in up next.</source>
        <translation>Die ausgewählten Artikel in „Als Nächstes“ einen Platz nach oben rücken.</translation>
    </message>
    <message>
        <source>Later in up next</source>
        <translation>Später in „Als Nächstes“</translation>
    </message>
    <message>
        <source>Move the selected papers one place down in up next.</source>
        <translation>Die ausgewählten Artikel in „Als Nächstes“ einen Platz nach unten rücken.</translation>
    </message>
    <message>
        <source>To the top of up next</source>
        <translation>An den Anfang von „Als Nächstes“</translation>
    </message>
    <message>
        <source>Move the selected papers to the top of up next.</source>
        <translation>Die ausgewählten Artikel an den Anfang von „Als Nächstes“ setzen.</translation>
    </message>
    <message>
        <source>To the end of up next</source>
        <translation>Ans Ende von „Als Nächstes“</translation>
    </message>
    <message>
        <source>Move the selected papers to the end of up next.</source>
        <translation>Die ausgewählten Artikel ans Ende von „Als Nächstes“ setzen.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the paper&apos;s page in the browser.</source>
        <translation>Die Seite des Artikels im Browser öffnen.</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>Read the paper&apos;s PDF here, and again to go back to the abstract; a mere link opens in the browser.</source>
        <translation>Das PDF des Artikels hier lesen, und noch einmal, um zur Zusammenfassung zurückzukehren; ein bloßer Link öffnet sich im Browser.</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Datei anhängen …</translation>
    </message>
    <message>
        <source>Keep a PDF or another file with the paper, in the library&apos;s own folder.</source>
        <translation>Ein PDF oder eine andere Datei beim Artikel aufheben, im Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>Fetch the PDF</source>
        <translation>PDF holen</translation>
    </message>
    <message>
        <source>Get the PDF of the selected papers from the web and attach it, where they have a link to one.</source>
        <translation>Das PDF der ausgewählten Artikel aus dem Netz holen und anhängen, wo es einen Link dazu gibt.</translation>
    </message>
    <message>
        <source>Write a PDF with my highlights…</source>
        <translation>PDF mit meinen Markierungen schreiben …</translation>
    </message>
    <message>
        <source>Write a copy of the paper&apos;s PDF with your highlights and comments, as every program shows them.</source>
        <translation>Eine Kopie des PDFs mit Markierungen und Kommentaren schreiben, wie jedes Programm sie zeigt.</translation>
    </message>
    <message>
        <source>Open the code</source>
        <translation>Code öffnen</translation>
    </message>
    <message>
        <source>Open the paper&apos;s code repository in the browser.</source>
        <translation>Das Code-Verzeichnis des Artikels im Browser öffnen.</translation>
    </message>
    <message>
        <source>Copy title and link</source>
        <translation>Titel und Link kopieren</translation>
    </message>
    <message>
        <source>Copy the titles and links of the selected papers.</source>
        <translation>Titel und Links der ausgewählten Artikel kopieren.</translation>
    </message>
    <message>
        <source>Copy BibTeX</source>
        <translation>BibTeX kopieren</translation>
    </message>
    <message>
        <source>Copy the BibTeX entries of the selected papers, for a LaTeX document.</source>
        <translation>Die BibTeX-Einträge der ausgewählten Artikel kopieren, für ein LaTeX-Dokument.</translation>
    </message>
    <message>
        <source>Copy formatted citation</source>
        <translation>Literaturangabe kopieren</translation>
    </message>
    <message>
        <source>Copy the selected papers as references in your citation style, as plain and as rich text.</source>
        <translation>Kopiert die ausgewählten Artikel als Literaturangaben in Ihrem Zitierstil, als einfachen und als formatierten Text.</translation>
    </message>
    <message>
        <source>Cite…</source>
        <translation>Zitieren …</translation>
    </message>
    <message>
        <source>Show the selected papers cited in a style of your choice, in the text and in the bibliography.</source>
        <translation>Zeigt die ausgewählten Artikel in einem Stil Ihrer Wahl zitiert, im Text und im Literaturverzeichnis.</translation>
    </message>
    <message>
        <source>Merge papers…</source>
        <translation>Artikel zusammenführen …</translation>
    </message>
    <message>
        <source>Make one paper of the selected ones, chosen field by field.</source>
        <translation>Aus den ausgewählten Artikeln einen machen, Feld für Feld gewählt.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Move the selected papers to the trash; nothing of them is lost.</source>
        <translation>Die ausgewählten Artikel in den Papierkorb legen; nichts von ihnen geht verloren.</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
        <source>Bring the selected papers back into the library.</source>
        <translation>Die ausgewählten Artikel in die Bibliothek zurückholen.</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Show what would be lost with the selected papers of the trash, and delete them; undo brings them back.</source>
        <translation>Zeigen, was mit den ausgewählten Artikeln des Papierkorbs verloren ginge, und sie löschen; „Rückgängig“ bringt sie zurück.</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Go to the next paper of the list.</source>
        <translation>Zum nächsten Artikel der Liste gehen.</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Go to the previous paper of the list.</source>
        <translation>Zum vorigen Artikel der Liste gehen.</translation>
    </message>
    <message>
        <source>Page the abstract</source>
        <translation>Im Abstract blättern</translation>
    </message>
    <message>
        <source>Page the abstract down; at its end go to the next unread paper.</source>
        <translation>Im Abstract weiterblättern; an seinem Ende zum nächsten ungelesenen Artikel gehen.</translation>
    </message>
    <message>
        <source>Page the abstract back</source>
        <translation>Im Abstract zurückblättern</translation>
    </message>
    <message>
        <source>Page the abstract up.</source>
        <translation>Im Abstract nach oben blättern.</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Put the focus into the abstract of the paper, where the searched words are.</source>
        <translation>In den Abstract des Artikels gehen, zu den gesuchten Wörtern.</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Go to the next searched word of the paper.</source>
        <translation>Zum nächsten gesuchten Wort des Artikels gehen.</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Go to the searched word before.</source>
        <translation>Zum gesuchten Wort davor gehen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go back to the paper and the list from which you opened a similar paper.</source>
        <translation>Zu dem Artikel und der Liste zurückgehen, von denen aus Sie einen ähnlichen geöffnet haben.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search titles, abstracts, notes and everything else.</source>
        <translation>In Titeln, Abstracts, Notizen und allem anderen suchen.</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern …</translation>
    </message>
    <message>
        <source>Keep what is searched for under a name, in the sidebar.</source>
        <translation>Das Gesuchte unter einem Namen in der Seitenleiste behalten.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Clear the search, then go back to the list.</source>
        <translation>Die Suche leeren, dann zur Liste zurückgehen.</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Put the focus into the next pane: sidebar, list, abstract, notes.</source>
        <translation>In den nächsten Bereich gehen: Seitenleiste, Liste, Abstract, Notizen.</translation>
    </message>
    <message>
        <source>Show the list Up next.</source>
        <translation>Die Liste „Als Nächstes“ zeigen.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Show the list Unread.</source>
        <translation>Die Liste „Ungelesen“ zeigen.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Show the list Reading.</source>
        <translation>Die Liste „Lese ich“ zeigen.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Show the list Read.</source>
        <translation>Die Liste „Gelesen“ zeigen.</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Show the list Starred.</source>
        <translation>Die Liste „Mit Stern“ zeigen.</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Show the list All papers.</source>
        <translation>Die Liste „Alle Artikel“ zeigen.</translation>
    </message>
    <message>
        <source>Go to a tag…</source>
        <translation>Zu einem Schlagwort gehen …</translation>
    </message>
    <message>
        <source>Show the list of a tag, found by a few letters of its name.</source>
        <translation>Die Liste eines Schlagworts zeigen, gefunden mit wenigen Buchstaben seines Namens.</translation>
    </message>
    <message>
        <source>Up next of this project</source>
        <translation>„Als Nächstes“ dieses Projekts</translation>
    </message>
    <message>
        <source>Show what is up next among the papers of the tag shown, in an order of its own.</source>
        <translation>Zeigen, was unter den Artikeln des gezeigten Schlagworts als Nächstes ansteht, in einer eigenen Reihenfolge.</translation>
    </message>
    <message>
        <source>Reading session…</source>
        <translation>Lesesitzung …</translation>
    </message>
    <message>
        <source>Choose how many minutes you have, and see the next papers alone.</source>
        <translation>Wählen, wie viele Minuten Sie haben, und nur die nächsten Artikel sehen.</translation>
    </message>
    <message>
        <source>Review up next…</source>
        <translation>„Als Nächstes“ durchsehen …</translation>
    </message>
    <message>
        <source>Go through papers that wait long and were never opened: keep, drop or read each with one key.</source>
        <translation>Artikel durchgehen, die lange warten und nie geöffnet wurden: jeden mit einer Taste behalten, verwerfen oder lesen.</translation>
    </message>
    <message>
        <source>Select or unselect</source>
        <translation>Auswählen oder abwählen</translation>
    </message>
    <message>
        <source>Add the paper to the selection, or take it out.</source>
        <translation>Den Artikel zur Auswahl hinzufügen oder herausnehmen.</translation>
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation>Auswahl nach unten erweitern</translation>
    </message>
    <message>
        <source>Select the next paper too.</source>
        <translation>Auch den nächsten Artikel auswählen.</translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation>Auswahl nach oben erweitern</translation>
    </message>
    <message>
        <source>Select the previous paper too.</source>
        <translation>Auch den vorigen Artikel auswählen.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select every paper of the list.</source>
        <translation>Jeden Artikel der Liste auswählen.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the sidebar.</source>
        <translation>Die Seitenleiste zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>Notes panel</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Show or hide the notes beside the abstract.</source>
        <translation>Die Notizen neben dem Abstract zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>Fokusmodus</translation>
    </message>
    <message>
        <source>Show the abstract and the note alone, or everything again.</source>
        <translation>Abstract und Notiz allein zeigen, oder wieder alles.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Text größer</translation>
    </message>
    <message>
        <source>Make the letters of the abstract, or the pages of the PDF, larger.</source>
        <translation>Die Schrift des Abstracts oder die Seiten des PDFs vergrößern.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Text kleiner</translation>
    </message>
    <message>
        <source>Make the letters of the abstract, or the pages of the PDF, smaller.</source>
        <translation>Die Schrift des Abstracts oder die Seiten des PDFs verkleinern.</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <source>Make the letters of the abstract as large as they are usually.</source>
        <translation>Die Schrift des Abstracts so groß machen wie üblich.</translation>
    </message>
    <message>
        <source>Count unread or all papers</source>
        <translation>Ungelesene oder alle Artikel zählen</translation>
    </message>
    <message>
        <source>Let the numbers beside the tags count unread papers alone, or all again.</source>
        <translation>Die Zahlen neben den Schlagwörtern nur ungelesene Artikel zählen lassen oder wieder alle.</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
    <message>
        <source>Show how many papers have which status, tag, year and so on, and choose.</source>
        <translation>Zeigen, wie viele Artikel welchen Status, welches Schlagwort, welches Jahr und so weiter haben, und wählen.</translation>
    </message>
    <message>
        <source>Table of highlights…</source>
        <translation>Tabelle der Markierungen …</translation>
    </message>
    <message>
        <source>Show what is highlighted in the list shown or in a project as papers by meanings, and export it.</source>
        <translation>Zeigen, was in der gezeigten Liste oder in einem Projekt markiert ist, als Artikel nach Bedeutungen, und es exportieren.</translation>
    </message>
    <message>
        <source>Tasks from notes…</source>
        <translation>Aufgaben aus Notizen…</translation>
    </message>
    <message>
        <source>Show what is to be done in all notes, mark it done, and go to the note.</source>
        <translation>Zeigen, was in allen Notizen zu tun ist, es als erledigt vermerken und zur Notiz gehen.</translation>
    </message>
    <message>
        <source>Meanings of highlights…</source>
        <translation>Bedeutungen der Markierungen …</translation>
    </message>
    <message>
        <source>Name the highlight colours, and change, add, order or delete them.</source>
        <translation>Die Farben der Markierungen benennen, ändern, hinzufügen, ordnen oder löschen.</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Follow the system from light to dark and back.</source>
        <translation>Dem System von hell zu dunkel und zurück folgen.</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Show the window in light colours.</source>
        <translation>Das Fenster in hellen Farben zeigen.</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Show the window in dark colours.</source>
        <translation>Das Fenster in dunklen Farben zeigen.</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Change colours, text size, keys, backups and when a paper counts as read.</source>
        <translation>Farben, Textgröße, Tasten, Sicherungen ändern und wann ein Artikel als gelesen gilt.</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Show the pages of the PDF as wide as their pane.</source>
        <translation>Die Seiten des PDFs so breit wie ihren Bereich zeigen.</translation>
    </message>
    <message>
        <source>Dark pages</source>
        <translation>Dunkle Seiten</translation>
    </message>
    <message>
        <source>Show the pages of PDFs light on dark, or as they are.</source>
        <translation>Die Seiten von PDFs hell auf dunkel zeigen, oder wie sie sind.</translation>
    </message>
    <message>
        <source>Contents of the PDF</source>
        <translation>Inhalt des PDFs</translation>
    </message>
    <message>
        <source>Show or hide the table of contents of the PDF.</source>
        <translation>Das Inhaltsverzeichnis des PDFs zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>Find in the PDF</source>
        <translation>Im PDF suchen</translation>
    </message>
    <message>
        <source>Look for words in the PDF.</source>
        <translation>Wörter im PDF suchen.</translation>
    </message>
    <message>
        <source>Reading activity</source>
        <translation>Leseaktivität</translation>
    </message>
    <message>
        <source>Show what came in, was read and was dropped, week by week.</source>
        <translation>Woche für Woche zeigen, was hinzukam, gelesen und verworfen wurde.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find an action, a tag, a saved search or a paper by a few letters.</source>
        <translation>Einen Befehl, ein Schlagwort, eine gespeicherte Suche oder einen Artikel mit wenigen Buchstaben finden.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Show every key and what it does.</source>
        <translation>Jede Taste zeigen und was sie tut.</translation>
    </message>
</context>
<context>
    <name>ActivitySheet</name>
    <message>
        <source>Reading activity</source>
        <translation>Leseaktivität</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Letztes Vierteljahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>Pictures as PNG…</source>
        <translation>Bilder als PNG …</translation>
    </message>
    <message>
        <source>Pictures as SVG…</source>
        <translation>Bilder als SVG …</translation>
    </message>
    <message>
        <source>Numbers by week as CSV…</source>
        <translation>Zahlen nach Wochen als CSV …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Nothing has happened here yet. Add papers, and mark them read as you read them.</source>
        <translation>Hier ist noch nichts geschehen. Fügen Sie Artikel hinzu und markieren Sie sie als gelesen, wenn Sie sie gelesen haben.</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>You read %Ln papers in the last 4 weeks</source>
        <translation>
            <numerusform>Sie haben in den letzten 4 Wochen %Ln Artikel gelesen</numerusform>
            <numerusform>Sie haben in den letzten 4 Wochen %Ln Artikel gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>You read none in the last 4 weeks</source>
        <translation>Sie haben in den letzten 4 Wochen keinen gelesen</translation>
    </message>
    <message numerus="yes">
        <source>dropped %Ln</source>
        <translation>
            <numerusform>%Ln verworfen</numerusform>
            <numerusform>%Ln verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came in</source>
        <translation>
            <numerusform>%Ln kam hinzu</numerusform>
            <numerusform>%Ln kamen hinzu</numerusform>
        </translation>
    </message>
    <message>
        <source>none came in</source>
        <translation>keiner kam hinzu</translation>
    </message>
    <message>
        <source>{read} and {dropped}</source>
        <translation>{read} und {dropped}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are unread or begun.</source>
        <translation>
            <numerusform>%Ln ist ungelesen oder begonnen.</numerusform>
            <numerusform>%Ln sind ungelesen oder begonnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{project}: {words}</source>
        <translation>{project}: {words}</translation>
    </message>
    <message numerus="yes">
        <source>by %Ln weeks</source>
        <translation>
            <numerusform>je Woche</numerusform>
            <numerusform>je %Ln Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>{} in all, {}</source>
        <translation>insgesamt {}, {}</translation>
    </message>
    <message>
        <source>none read for the first time</source>
        <translation>keiner zum ersten Mal gelesen</translation>
    </message>
    <message>
        <source>half of {} within {}</source>
        <translation>die Hälfte von {} in höchstens {}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Unread or begun</source>
        <translation>Ungelesen oder begonnen</translation>
    </message>
    <message>
        <source>{} now</source>
        <translation>jetzt {}</translation>
    </message>
    <message>
        <source>Days from added to read</source>
        <translation>Tage vom Hinzufügen zum Lesen</translation>
    </message>
    <message>
        <source>{} days</source>
        <translation>{} Tage</translation>
    </message>
    <message>
        <source>over {}</source>
        <translation>über {}</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einem Tag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Week of {}</source>
        <translation>Woche ab dem {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks from {}</source>
        <translation>
            <numerusform>%Ln Woche ab dem {}</numerusform>
            <numerusform>%Ln Wochen ab dem {}</numerusform>
        </translation>
    </message>
    <message>
        <source>End of {}</source>
        <translation>Ende des {}</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation>{} wurde geschrieben.</translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Choose another file.</source>
        <translation>{} kann nicht geschrieben werden: {}. Wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>AddPapersSheet</name>
    <message>
        <source>Add papers</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Paste a papers page, arXiv ids or links, DOIs, or lines “Title — Authors”</source>
        <translation>Eine Artikelseite, arXiv-Kennungen oder -Links, DOIs oder Zeilen „Titel — Autoren“ einfügen</translation>
    </message>
    <message>
        <source>Papers page, arXiv ids or links, DOIs, or titles with authors</source>
        <translation>Artikelseite, arXiv-Kennungen oder -Links, DOIs oder Titel mit Autoren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Check all or none</source>
        <translation>Alle oder keine ankreuzen</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>Status of the new papers</source>
        <translation>Status der neuen Artikel</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Tags for all</source>
        <translation>Schlagwörter für alle</translation>
    </message>
    <message>
        <source>New papers are</source>
        <translation>Neue Artikel sind</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no text to read. Copy a page, or type identifiers here.</source>
        <translation>Es gibt keinen Text zu lesen. Kopieren Sie eine Seite oder geben Sie hier Kennungen ein.</translation>
    </message>
    <message>
        <source>Choose a file with papers</source>
        <translation>Datei mit Artikeln wählen</translation>
    </message>
    <message>
        <source>Choose a folder with papers</source>
        <translation>Ordner mit Artikeln wählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines not understood</source>
        <translation>
            <numerusform>%Ln Zeile nicht verstanden</numerusform>
            <numerusform>%Ln Zeilen nicht verstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places not understood</source>
        <translation>
            <numerusform>%Ln Stelle nicht verstanden</numerusform>
            <numerusform>%Ln Stellen nicht verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird eingelesen …</translation>
    </message>
    <message>
        <source>{}: no papers found</source>
        <translation>{}: keine Artikel gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, which are copied into the library</source>
        <translation>
            <numerusform>%Ln Datei, die in die Bibliothek kopiert wird</numerusform>
            <numerusform>%Ln Dateien, die in die Bibliothek kopiert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln Notiz</numerusform>
            <numerusform>%Ln Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Below are the first %Ln papers</source>
        <translation>
            <numerusform>Unten steht der erste Artikel</numerusform>
            <numerusform>Unten stehen die ersten %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of files</source>
        <translation>Ordner mit Dateien</translation>
    </message>
    <message>
        <source>Zip archive</source>
        <translation>Zip-Archiv</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers so far</source>
        <translation>
            <numerusform>bisher %Ln Artikel</numerusform>
            <numerusform>bisher %Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>schon hier</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>all {}</source>
        <translation>alle {}</translation>
    </message>
    <message numerus="yes">
        <source> (%Ln twice)</source>
        <translation>
            <numerusform> (%Ln doppelt)</numerusform>
            <numerusform> (%Ln doppelt)</numerusform>
        </translation>
    </message>
    <message>
        <source>Add all papers</source>
        <translation>Alle Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Nothing is checked.</source>
        <translation>Nichts ist angekreuzt.</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel hinzufügen</numerusform>
            <numerusform>%Ln Artikel hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel zurückholen</numerusform>
            <numerusform>%Ln Artikel zurückholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel ergänzen</numerusform>
            <numerusform>%Ln Artikel ergänzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel aktualisieren</numerusform>
            <numerusform>%Ln Artikel aktualisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>All checked are here already. Tags given above would be added.</source>
        <translation>Alle angekreuzten sind schon hier. Oben angegebene Schlagwörter würden hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Authors</name>
    <message>
        <source>All of these names</source>
        <translation>Alle diese Namen</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>Nothing more is known of it yet</source>
        <translation>Mehr ist von ihm noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Papers found</source>
        <translation>Gefundene Artikel</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>twice in this text</source>
        <translation>doppelt in diesem Text</translation>
    </message>
    <message>
        <source>already here, {}</source>
        <translation>schon hier, {}</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Add a comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>page {}</source>
        <translation>Seite {}</translation>
    </message>
    <message>
        <source>Select its passage in the abstract, then press H. Esc leaves it lost.</source>
        <translation>Wählen Sie die Stelle im Abstract aus und drücken Sie dann H. Esc lässt sie verloren.</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Wiederfinden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
</context>
<context>
    <name>CiteSheet</name>
    <message>
        <source>Cite</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Copy what stands in the text</source>
        <translation>Kopieren, was im Text steht</translation>
    </message>
    <message>
        <source>In the bibliography</source>
        <translation>Im Literaturverzeichnis</translation>
    </message>
    <message>
        <source>Copy the references</source>
        <translation>Literaturangaben kopieren</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>Copy the BibTeX</source>
        <translation>BibTeX kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Augenblick …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers could not be set in this style.</source>
        <translation>
            <numerusform>%Ln Artikel konnte nicht in diesem Stil gesetzt werden.</numerusform>
            <numerusform>%Ln Artikel konnten nicht in diesem Stil gesetzt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {} are shown; all are copied.</source>
        <translation>Die ersten {} sind zu sehen; kopiert werden alle.</translation>
    </message>
    <message>
        <source>Copied what stands in the text</source>
        <translation>Kopiert, was im Text steht</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln references</source>
        <translation>
            <numerusform>%Ln Literaturangabe kopiert</numerusform>
            <numerusform>%Ln Literaturangaben kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the BibTeX</source>
        <translation>BibTeX kopiert</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message numerus="yes">
        <source>Copied %Ln references</source>
        <translation>
            <numerusform>%Ln Literaturangabe kopiert</numerusform>
            <numerusform>%Ln Literaturangaben kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>Save the bibliography</source>
        <translation>Literaturverzeichnis speichern</translation>
    </message>
    <message>
        <source>Saved to {}</source>
        <translation>Gespeichert unter {}</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Seite speichern</translation>
    </message>
    <message>
        <source>These are more than {} papers. Select fewer, or export them as BibTeX.</source>
        <translation>Das sind mehr als {} Artikel. Wählen Sie weniger aus, oder exportieren Sie sie als BibTeX.</translation>
    </message>
    <message numerus="yes">
        <source>Citing %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel wird zitiert</numerusform>
            <numerusform>%Ln Artikel werden zitiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be set in this style.</source>
        <translation>
            <numerusform>%Ln konnte nicht in diesem Stil gesetzt werden.</numerusform>
            <numerusform>%Ln konnten nicht in diesem Stil gesetzt werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{verb}: {title}</source>
        <translation>{verb}: {title}</translation>
    </message>
    <message>
        <source>Quick tag {number}: {name}</source>
        <translation>Schnell-Schlagwort {number}: {name}</translation>
    </message>
    <message>
        <source>Quick tag {number}</source>
        <translation>Schnell-Schlagwort {number}</translation>
    </message>
</context>
<context>
    <name>CommentField</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment; Enter ends it</source>
        <translation>Kommentar; Enter beendet ihn</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The papers side by side</source>
        <translation>Die Artikel nebeneinander</translation>
    </message>
    <message>
        <source>Paper {number}</source>
        <translation>Artikel {number}</translation>
    </message>
    <message>
        <source>Merge paper {number}</source>
        <translation>Artikel {number} zusammenführen</translation>
    </message>
    <message>
        <source>Whether this paper is one of those that are merged</source>
        <translation>Ob dieser Artikel einer von denen ist, die zusammengeführt werden</translation>
    </message>
    <message>
        <source>Take all of it</source>
        <translation>Alles davon nehmen</translation>
    </message>
    <message>
        <source>Take all of paper {number}</source>
        <translation>Alles von Artikel {number} nehmen</translation>
    </message>
    <message>
        <source>{field}: the same</source>
        <translation>{field}: gleich</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Status: the furthest is kept</source>
        <translation>Status: der weiteste bleibt</translation>
    </message>
    <message>
        <source>Takeaway: the first is kept, others go into the note</source>
        <translation>Fazit: das erste bleibt, andere kommen in die Notiz</translation>
    </message>
    <message>
        <source>Note: all are kept</source>
        <translation>Notiz: alle bleiben</translation>
    </message>
    <message>
        <source>Tags: all are kept</source>
        <translation>Schlagwörter: alle bleiben</translation>
    </message>
    <message>
        <source>Highlights: all are kept</source>
        <translation>Markierungen: alle bleiben</translation>
    </message>
    <message>
        <source>Keywords: all are kept</source>
        <translation>Stichwörter: alle bleiben</translation>
    </message>
    <message>
        <source>Identifiers: all are kept</source>
        <translation>Kennungen: alle bleiben</translation>
    </message>
    <message>
        <source>Links: all are kept</source>
        <translation>Links: alle bleiben</translation>
    </message>
    <message>
        <source>Added: the first day is kept</source>
        <translation>Hinzugefügt: der erste Tag bleibt</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>rated {number} of 5</source>
        <translation>mit {number} von 5 bewertet</translation>
    </message>
    <message>
        <source>up next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>DeleteSheet</name>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Papers that would be deleted</source>
        <translation>Artikel, die gelöscht würden</translation>
    </message>
    <message>
        <source>Undo brings all of it back, after a restart too, as long as the step is in the history.</source>
        <translation>„Rückgängig“ bringt alles zurück, auch nach einem Neustart, solange der Schritt im Verlauf ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers go for good</source>
        <translation>
            <numerusform>%Ln Artikel geht endgültig</numerusform>
            <numerusform>%Ln Artikel gehen endgültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a note</source>
        <translation>
            <numerusform>%Ln mit Notiz</numerusform>
            <numerusform>%Ln mit Notiz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with highlights</source>
        <translation>
            <numerusform>%Ln mit Markierungen</numerusform>
            <numerusform>%Ln mit Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a takeaway</source>
        <translation>
            <numerusform>%Ln mit Fazit</numerusform>
            <numerusform>%Ln mit Fazit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with files</source>
        <translation>
            <numerusform>%Ln mit Dateien</numerusform>
            <numerusform>%Ln mit Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged</source>
        <translation>
            <numerusform>%Ln verschlagwortet</numerusform>
            <numerusform>%Ln verschlagwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>Among them: {}.</source>
        <translation>Darunter: {}.</translation>
    </message>
    <message>
        <source>None of them has a note, highlights, a takeaway, files or tags.</source>
        <translation>Keiner davon hat eine Notiz, Markierungen, ein Fazit, Dateien oder Schlagwörter.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel löschen</numerusform>
            <numerusform>%Ln Artikel löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{} (Enter)</source>
        <translation>{} (Enter)</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>When it came and was read</source>
        <translation>Wann er kam und gelesen wurde</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>Je einen in einer Zeile</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>Je ein Name in einer Zeile</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message numerus="yes">
        <source>What is typed here is given to all %Ln papers.</source>
        <translation>
            <numerusform>Was hier eingegeben wird, bekommt der eine Artikel.</numerusform>
            <numerusform>Was hier eingegeben wird, bekommen alle %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Heft</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>Seitenzahlen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Auflage</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Translators</source>
        <translation>Übersetzer</translation>
    </message>
    <message>
        <source>Short name of the venue</source>
        <translation>Erschienen in, kurz</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation>Nummer in der Reihe</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Verlag</translation>
    </message>
    <message>
        <source>Place of the publisher</source>
        <translation>Verlagsort</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Place of the event</source>
        <translation>Ort der Veranstaltung</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Gattung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>First published</source>
        <translation>Zuerst erschienen</translation>
    </message>
    <message>
        <source>Family, Given; Family, Given</source>
        <translation>Familienname, Vorname; Familienname, Vorname</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>also as preprint</source>
        <translation>auch als Preprint</translation>
    </message>
    <message>
        <source>preprint</source>
        <translation>Preprint</translation>
    </message>
    <message>
        <source>published</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>Added {}</source>
        <translation>Hinzugefügt {}</translation>
    </message>
    <message>
        <source>Changed {}</source>
        <translation>Geändert {}</translation>
    </message>
    <message>
        <source>Started {}</source>
        <translation>Angefangen {}</translation>
    </message>
    <message>
        <source>Finished {}</source>
        <translation>Gelesen {}</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message numerus="yes">
        <source>%Ln lines that are the same</source>
        <translation>
            <numerusform>%Ln Zeile, die gleich ist</numerusform>
            <numerusform>%Ln Zeilen, die gleich sind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>Looking for duplicates</source>
        <translation>Suche nach Dubletten</translation>
    </message>
    <message>
        <source>Groups of papers that may be one</source>
        <translation>Gruppen von Artikeln, die derselbe sein können</translation>
    </message>
    <message>
        <source>The papers side by side</source>
        <translation>Die Artikel nebeneinander</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dasselbe</translation>
    </message>
    <message>
        <source>Make one paper of them (Enter)</source>
        <translation>Einen Artikel daraus machen (Enter)</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Merge papers</source>
        <translation>Artikel zusammenführen</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Dubletten suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Looking through the library</source>
        <translation>Die Bibliothek wird durchgesehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for papers that are one…</source>
        <translation>Artikel, die derselbe sind, werden gesucht …</translation>
    </message>
    <message>
        <source>No papers left that look like one.</source>
        <translation>Keine Artikel mehr, die derselbe zu sein scheinen.</translation>
    </message>
    <message>
        <source>No papers look like one.</source>
        <translation>Keine Artikel scheinen derselbe zu sein.</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel zusammenführen</numerusform>
            <numerusform>%Ln Artikel zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lese ich</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>rated {number} of 5</source>
        <translation>mit {number} von 5 bewertet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifiers</source>
        <translation>
            <numerusform>%Ln Kennung</numerusform>
            <numerusform>%Ln Kennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln Link</numerusform>
            <numerusform>%Ln Links</numerusform>
        </translation>
    </message>
    <message>
        <source>Becomes one paper: {what}. Undo brings all of them back.</source>
        <translation>Wird ein Artikel: {what}. „Rückgängig“ bringt alle zurück.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>It has {} characters, too many to be edited here.</source>
        <translation>Es sind {} Zeichen, zu viele, um sie hier zu ändern.</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>same title</source>
        <translation>gleicher Titel</translation>
    </message>
    <message>
        <source>same title, another edition</source>
        <translation>gleicher Titel, andere Ausgabe</translation>
    </message>
    <message>
        <source>nearly the same abstract</source>
        <translation>fast gleicher Abstract</translation>
    </message>
    <message>
        <source>same identifier or link</source>
        <translation>gleiche Kennung oder gleicher Link</translation>
    </message>
    <message>
        <source>nearly the same title</source>
        <translation>fast gleicher Titel</translation>
    </message>
    <message>
        <source>{number}: {why}</source>
        <translation>{number}: {why}</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
</context>
<context>
    <name>HighlightList</name>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
</context>
<context>
    <name>HighlightTable</name>
    <message>
        <source>Papers by meanings</source>
        <translation>Artikel nach Bedeutungen</translation>
    </message>
</context>
<context>
    <name>Highlighting</name>
    <message>
        <source>Select words of the PDF, or click a highlight, to choose what it means.</source>
        <translation>Wörter des PDFs auswählen oder eine Markierung anklicken, um ihre Bedeutung zu wählen.</translation>
    </message>
    <message>
        <source>Select words of the abstract, or click a highlight, to choose what it means.</source>
        <translation>Wählen Sie Wörter des Abstracts aus oder klicken Sie auf eine Markierung, um zu wählen, was sie bedeutet.</translation>
    </message>
    <message>
        <source>Select words of the abstract, or choose a highlight, to quote it in the note.</source>
        <translation>Wählen Sie Wörter des Abstracts aus oder eine Markierung, um sie in der Notiz zu zitieren.</translation>
    </message>
    <message>
        <source>The highlight stays lost.</source>
        <translation>Die Markierung bleibt verloren.</translation>
    </message>
    <message>
        <source>Highlights belong to one paper. Select one.</source>
        <translation>Markierungen gehören zu einem Artikel. Wählen Sie einen aus.</translation>
    </message>
    <message>
        <source>Select words of the PDF first: with the mouse, or with Shift and arrow keys.</source>
        <translation>Zuerst Wörter des PDFs auswählen: mit der Maus oder mit Umschalt und Pfeiltasten.</translation>
    </message>
    <message>
        <source>This paper has no abstract to highlight in.</source>
        <translation>Dieser Artikel hat keinen Abstract, in dem sich etwas markieren ließe.</translation>
    </message>
    <message>
        <source>Select the passage in the abstract first, with the mouse or Shift and arrow keys.</source>
        <translation>Wählen Sie zuerst die Stelle im Abstract aus, mit der Maus oder mit Umschalt und Pfeiltasten.</translation>
    </message>
    <message>
        <source>Select words of the abstract first: with the mouse, or with Right, then Shift and arrows.</source>
        <translation>Wählen Sie zuerst Wörter des Abstracts aus: mit der Maus, oder mit Rechts, dann Umschalt und Pfeilen.</translation>
    </message>
    <message>
        <source>This is highlighted already. Shift+H gives it another meaning.</source>
        <translation>Dies ist schon markiert. Umschalt+H gibt ihm eine andere Bedeutung.</translation>
    </message>
    <message>
        <source>The file this highlight is in is not attached any more.</source>
        <translation>Die Datei, in der diese Markierung steht, ist nicht mehr angehängt.</translation>
    </message>
    <message>
        <source>Select the passage in the PDF, then press H. Esc leaves it as it was.</source>
        <translation>Die Stelle im PDF auswählen, dann H drücken. Esc lässt sie, wie sie war.</translation>
    </message>
    <message>
        <source>Select the passage in the abstract, then press H. Esc leaves it lost.</source>
        <translation>Wählen Sie die Stelle im Abstract aus und drücken Sie dann H. Esc lässt sie verloren.</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Highlight as</source>
        <translation>Markieren als</translation>
    </message>
    <message>
        <source>Meaning: {}</source>
        <translation>Bedeutung: {}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Edit the comment</source>
        <translation>Kommentar bearbeiten</translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>Quote it in the note</source>
        <translation>In der Notiz zitieren</translation>
    </message>
    <message>
        <source>Mark another passage instead</source>
        <translation>Stattdessen eine andere Stelle markieren</translation>
    </message>
    <message>
        <source>Delete the highlight</source>
        <translation>Markierung löschen</translation>
    </message>
</context>
<context>
    <name>HighlightsPage</name>
    <message>
        <source>Nothing is highlighted in this paper. Select words of its abstract and press H.</source>
        <translation>In diesem Artikel ist nichts markiert. Wählen Sie Wörter seines Abstracts aus und drücken Sie H.</translation>
    </message>
</context>
<context>
    <name>HighlightsSheet</name>
    <message>
        <source>Table of highlights</source>
        <translation>Tabelle der Markierungen</translation>
    </message>
    <message>
        <source>The list shown: {}</source>
        <translation>Die gezeigte Liste: {}</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Of which papers</source>
        <translation>Von welchen Artikeln</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Nothing is highlighted in these papers. Select words of an abstract and press H.</source>
        <translation>In diesen Artikeln ist nichts markiert. Wählen Sie Wörter eines Abstracts aus und drücken Sie H.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Highlights in {}</source>
        <translation>Markierungen in {}</translation>
    </message>
    <message>
        <source>Exported to {}</source>
        <translation>Exportiert nach {}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>You are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>Before these steps</source>
        <translation>Vor diesen Schritten</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps, newest first</source>
        <translation>Schritte, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Papers of the step</source>
        <translation>Artikel des Schritts</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Every change you make will stand here, and can be taken back, after a restart too.</source>
        <translation>Noch ist nichts getan worden. Jede Änderung wird hier stehen und lässt sich zurücknehmen, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Go there (Enter)</source>
        <translation>Dorthin gehen (Enter)</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>dorthin</translation>
    </message>
    <message>
        <source>undo one</source>
        <translation>einen zurück</translation>
    </message>
    <message>
        <source>What was before the oldest step that is kept.</source>
        <translation>Was vor dem ältesten Schritt war, der noch da ist.</translation>
    </message>
    <message>
        <source>Redo to here</source>
        <translation>Bis hierher wiederholen</translation>
    </message>
    <message>
        <source>Undo to here</source>
        <translation>Bis hierher zurück</translation>
    </message>
    <message>
        <source>This is where you are.</source>
        <translation>Hier sind Sie.</translation>
    </message>
    <message numerus="yes">
        <source>Does %Ln steps again, up to this one.</source>
        <translation>
            <numerusform>Tut %Ln Schritt noch einmal, bis zu diesem.</numerusform>
            <numerusform>Tut %Ln Schritte noch einmal, bis zu diesem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back %Ln steps, to be done again as long as you do nothing else.</source>
        <translation>
            <numerusform>Nimmt %Ln Schritt zurück, der sich wiederholen lässt, solange Sie nichts anderes tun.</numerusform>
            <numerusform>Nimmt %Ln Schritte zurück, die sich wiederholen lassen, solange Sie nichts anderes tun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Doing %Ln steps again</source>
        <translation>
            <numerusform>%Ln Schritt wird wiederholt</numerusform>
            <numerusform>%Ln Schritte werden wiederholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %Ln steps</source>
        <translation>
            <numerusform>%Ln Schritt wird zurückgenommen</numerusform>
            <numerusform>%Ln Schritte werden zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>Icon</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Fahne</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Filter by action or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give the action the keys it had at first</source>
        <translation>Dem Befehl die Tasten geben, die er am Anfang hatte</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Von dort nehmen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
    <message>
        <source>Press a key for {}</source>
        <translation>Taste drücken für {}</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Letters are turned off, so {} does nothing.</source>
        <translation>Buchstaben sind abgeschaltet, daher tut {} nichts.</translation>
    </message>
    <message>
        <source>{} does nothing here: it is asked for by {}.</source>
        <translation>{} tut hier nichts: Die Taste verlangt auch {}.</translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation> und {} weitere</translation>
    </message>
    <message>
        <source>{} moves in every list, so no action can have it.</source>
        <translation>{} bewegt in jeder Liste, daher kann kein Befehl die Taste haben.</translation>
    </message>
    <message>
        <source>{} clashes with a key of: {}.</source>
        <translation>{} stößt mit einer Taste zusammen von: {}.</translation>
    </message>
    <message>
        <source>{} has gone to {} meanwhile. Put that back first.</source>
        <translation>{} gehört inzwischen zu {}. Setzen Sie das zuerst zurück.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Press a key with the focus here; a second letter within a second makes a sequence</source>
        <translation>Hier eine Taste drücken; ein zweiter Buchstabe innerhalb einer Sekunde macht eine Folge daraus</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>List of papers</source>
        <translation>Liste der Artikel</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
    <message>
        <source>Show how many papers have which status, tag, year… and choose</source>
        <translation>Zeigen, wie viele Artikel welchen Status, welches Schlagwort, welches Jahr … haben, und wählen</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Show what would be lost, and delete it for good</source>
        <translation>Zeigen, was verloren ginge, und es endgültig löschen</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Order and density of the list</source>
        <translation>Reihenfolge und Dichte der Liste</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>Bequeme Zeilen</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Beste Treffer zuerst</translation>
    </message>
    <message>
        <source>Best match last</source>
        <translation>Beste Treffer zuletzt</translation>
    </message>
    <message>
        <source>Title, A to Z</source>
        <translation>Titel, A bis Z</translation>
    </message>
    <message>
        <source>Title, Z to A</source>
        <translation>Titel, Z bis A</translation>
    </message>
    <message>
        <source>First author, A to Z</source>
        <translation>Erster Autor, A bis Z</translation>
    </message>
    <message>
        <source>First author, Z to A</source>
        <translation>Erster Autor, Z bis A</translation>
    </message>
    <message>
        <source>Venue, A to Z</source>
        <translation>Erschienen in, A bis Z</translation>
    </message>
    <message>
        <source>Venue, Z to A</source>
        <translation>Erschienen in, Z bis A</translation>
    </message>
    <message>
        <source>Latest year first</source>
        <translation>Spätestes Jahr zuerst</translation>
    </message>
    <message>
        <source>Earliest year first</source>
        <translation>Frühestes Jahr zuerst</translation>
    </message>
    <message>
        <source>Last published first</source>
        <translation>Zuletzt veröffentlicht zuerst</translation>
    </message>
    <message>
        <source>First published first</source>
        <translation>Zuerst veröffentlicht zuerst</translation>
    </message>
    <message>
        <source>Highest rating first</source>
        <translation>Höchste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Lowest rating first</source>
        <translation>Niedrigste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Zuletzt geändert zuerst</translation>
    </message>
    <message>
        <source>Last changed last</source>
        <translation>Zuletzt geändert zuletzt</translation>
    </message>
    <message>
        <source>As in up next</source>
        <translation>Wie in „Als Nächstes“</translation>
    </message>
    <message>
        <source>Up next from its end</source>
        <translation>„Als Nächstes“ vom Ende her</translation>
    </message>
    <message>
        <source>Most interesting first</source>
        <translation>Interessanteste zuerst</translation>
    </message>
    <message>
        <source>Least interesting first</source>
        <translation>Uninteressanteste zuerst</translation>
    </message>
    <message>
        <source>Last read first</source>
        <translation>Zuletzt gelesen zuerst</translation>
    </message>
    <message>
        <source>First read first</source>
        <translation>Zuerst gelesen zuerst</translation>
    </message>
    <message>
        <source>Last trashed first</source>
        <translation>Zuletzt weggelegt zuerst</translation>
    </message>
    <message>
        <source>First trashed first</source>
        <translation>Zuerst weggelegt zuerst</translation>
    </message>
    <message>
        <source>Order: {}</source>
        <translation>Reihenfolge: {}</translation>
    </message>
    <message>
        <source>Paste a papers page</source>
        <translation>Artikelseite einfügen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Show all papers</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Your reading list is empty</source>
        <translation>Ihre Leseliste ist leer</translation>
    </message>
    <message>
        <source>Three ways to begin:</source>
        <translation>Drei Wege anzufangen:</translation>
    </message>
    <message>
        <source>Copy a page of papers in the browser, also arXiv or DOI links, and paste it.</source>
        <translation>Kopieren Sie im Browser eine Seite mit Artikeln, auch arXiv- oder DOI-Links, und fügen Sie sie ein.</translation>
    </message>
    <message>
        <source>A library saved as JSON, a conference list, or a page saved as text.</source>
        <translation>Eine als JSON gespeicherte Bibliothek, eine Konferenzliste oder eine als Text gespeicherte Seite.</translation>
    </message>
    <message>
        <source>Look at the starter library</source>
        <translation>Starterbibliothek ansehen</translation>
    </message>
    <message>
        <source>Adds 24 landmark papers with tags and notes. One undo takes them away again.</source>
        <translation>Fügt 24 wegweisende Artikel mit Schlagwörtern und Notizen hinzu. Einmal „Rückgängig“ nimmt sie wieder weg.</translation>
    </message>
    <message>
        <source>There are no papers here.</source>
        <translation>Hier sind keine Artikel.</translation>
    </message>
    <message>
        <source>Add some, or bring some back from the trash.</source>
        <translation>Fügen Sie welche hinzu oder holen Sie welche aus dem Papierkorb zurück.</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>Nichts ist ungelesen.</translation>
    </message>
    <message>
        <source>Add papers, or choose one you have read to read again.</source>
        <translation>Fügen Sie Artikel hinzu oder wählen Sie einen gelesenen, um ihn noch einmal zu lesen.</translation>
    </message>
    <message>
        <source>You are reading no paper.</source>
        <translation>Sie lesen gerade keinen Artikel.</translation>
    </message>
    <message>
        <source>Give a paper the status Reading to see it here.</source>
        <translation>Geben Sie einem Artikel den Status „Lese ich“, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>No paper is read yet.</source>
        <translation>Noch ist kein Artikel gelesen.</translation>
    </message>
    <message>
        <source>A paper marked read moves here.</source>
        <translation>Ein als gelesen markierter Artikel kommt hierher.</translation>
    </message>
    <message>
        <source>No paper is dropped.</source>
        <translation>Kein Artikel ist verworfen.</translation>
    </message>
    <message>
        <source>A paper you give up moves here.</source>
        <translation>Ein Artikel, den Sie aufgeben, kommt hierher.</translation>
    </message>
    <message>
        <source>No paper has a star.</source>
        <translation>Kein Artikel hat einen Stern.</translation>
    </message>
    <message>
        <source>Star the papers you come back to.</source>
        <translation>Geben Sie Artikeln, zu denen Sie zurückkehren, einen Stern.</translation>
    </message>
    <message>
        <source>Nothing is up next.</source>
        <translation>Nichts steht als Nächstes an.</translation>
    </message>
    <message>
        <source>Queue the papers to read soon, in your order.</source>
        <translation>Reihen Sie die Artikel ein, die Sie bald lesen wollen, in Ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>Nothing is up next in this project.</source>
        <translation>In diesem Projekt steht nichts als Nächstes an.</translation>
    </message>
    <message>
        <source>Queue papers that have its tag, and give them an order of their own here.</source>
        <translation>Reihen Sie Artikel mit seinem Schlagwort ein und geben Sie ihnen hier eine eigene Reihenfolge.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Papers you delete wait here and can be restored.</source>
        <translation>Artikel, die Sie löschen, warten hier und lassen sich zurückholen.</translation>
    </message>
    <message>
        <source>No paper is tagged “{}”.</source>
        <translation>Kein Artikel hat das Schlagwort „{}“.</translation>
    </message>
    <message>
        <source>Drop papers on the tag, or type its name in a paper&apos;s tags.</source>
        <translation>Ziehen Sie Artikel auf das Schlagwort oder geben Sie seinen Namen bei den Schlagwörtern eines Artikels ein.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing matches “{}”.</source>
        <translation>Nichts passt zu „{}“.</translation>
    </message>
</context>
<context>
    <name>LivingFiles</name>
    <message>
        <source>Changed here and in the file; it stays as it is in the file: {}</source>
        <translation>Hier und in der Datei geändert; es bleibt, wie es in der Datei ist: {}</translation>
    </message>
    <message>
        <source>Another paper has this key in the file, so this one is not in it: {}</source>
        <translation>In der Datei hat ein anderer Artikel diesen Schlüssel, also fehlt dieser darin: {}</translation>
    </message>
    <message>
        <source>Somebody had taken this out of the file; it is there again: {}</source>
        <translation>Jemand hatte das aus der Datei genommen; es ist wieder da: {}</translation>
    </message>
    <message>
        <source>No longer among the papers, but changed in the file, so it stays: {}</source>
        <translation>Nicht mehr unter den Artikeln, aber in der Datei geändert, also bleibt es: {}</translation>
    </message>
    <message>
        <source>Several papers have this key; only the oldest is in the file: {}</source>
        <translation>Mehrere Artikel haben diesen Schlüssel; nur der älteste ist in der Datei: {}</translation>
    </message>
    <message numerus="yes">
        <source>{} and %Ln more</source>
        <translation>
            <numerusform>{} und %Ln weiterer</numerusform>
            <numerusform>{} und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LivingSheet</name>
    <message>
        <source>Files kept current</source>
        <translation>Aktuell gehaltene Dateien</translation>
    </message>
    <message>
        <source>A file for LaTeX, Typst or pandoc that has the papers of a project or a search, and is written a moment after a change. What others write in it stays.</source>
        <translation>Eine Datei für LaTeX, Typst oder Pandoc mit den Artikeln eines Projekts oder einer Suche, geschrieben kurz nach jeder Änderung. Was andere hineinschreiben, bleibt.</translation>
    </message>
    <message>
        <source>No file is kept current yet.</source>
        <translation>Noch wird keine Datei aktuell gehalten.</translation>
    </message>
    <message>
        <source>Keep another file current</source>
        <translation>Eine weitere Datei aktuell halten</translation>
    </message>
    <message>
        <source>tag:thesis, or any search</source>
        <translation>tag:thesis oder eine andere Suche</translation>
    </message>
    <message>
        <source>Papers in the file, as a search</source>
        <translation>Artikel in der Datei, als Suche</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Noch nicht geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>{papers}, up to date at {time}</source>
        <translation>{papers}, auf dem Stand von {time}</translation>
    </message>
    <message>
        <source>File to keep current</source>
        <translation>Datei, die aktuell gehalten wird</translation>
    </message>
</context>
<context>
    <name>MarkdownFolder</name>
    <message numerus="yes">
        <source>%Ln notes were changed here and in their files, which are kept as earlier versions.</source>
        <translation>
            <numerusform>%Ln Notiz wurde hier und in ihrer Datei geändert; jene ist als frühere Fassung aufgehoben.</numerusform>
            <numerusform>%Ln Notizen wurden hier und in ihren Dateien geändert; jene sind als frühere Fassungen aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note on “{}” was changed here and in its file, which is kept as an earlier version.</source>
        <translation>Die Notiz zu „{}“ wurde hier und in ihrer Datei geändert; jene ist als frühere Fassung aufgehoben.</translation>
    </message>
</context>
<context>
    <name>MarkdownFolderSheet</name>
    <message>
        <source>A folder of Markdown files</source>
        <translation>Ein Ordner mit Markdown-Dateien</translation>
    </message>
    <message>
        <source>A file for each paper, with its abstract, highlights and note, that Obsidian and Logseq show. What you change there in a note, or in status, starred, rating, tags and takeaway, comes back.</source>
        <translation>Zu jedem Artikel eine Datei mit Abstract, Markierungen und Notiz, die Obsidian und Logseq zeigen. Was Sie dort an einer Notiz ändern oder an status, starred, rating, tags und takeaway, kommt zurück.</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>When I ask for it</source>
        <translation>Wenn ich es verlange</translation>
    </message>
    <message>
        <source>As I go, here and there</source>
        <translation>Laufend, hier und dort</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Bring in step</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>What was changed on both sides, and what was left alone</source>
        <translation>Was auf beiden Seiten geändert und was nicht angerührt wurde</translation>
    </message>
    <message>
        <source>Files of your own in the folder are left alone. When a paper leaves the library, its file moves to the folder “Removed” there.</source>
        <translation>Ihre eigenen Dateien in dem Ordner werden nicht angerührt. Verlässt ein Artikel die Bibliothek, kommt seine Datei dort in den Ordner „Removed“.</translation>
    </message>
    <message>
        <source>Keep no folder</source>
        <translation>Keinen Ordner führen</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>Die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Show both notes of the chosen paper (Enter)</source>
        <translation>Beide Notizen des gewählten Artikels zeigen (Enter)</translation>
    </message>
    <message>
        <source>Read changes back</source>
        <translation>Änderungen zurücklesen</translation>
    </message>
    <message>
        <source>Take over what was changed in the files, and write none</source>
        <translation>Übernehmen, was in den Dateien geändert wurde, und keine schreiben</translation>
    </message>
    <message>
        <source>Read changes back, then write what has changed here (Enter)</source>
        <translation>Änderungen zurücklesen, dann schreiben, was sich hier geändert hat (Enter)</translation>
    </message>
    <message>
        <source>Saved search: {}</source>
        <translation>Gespeicherte Suche: {}</translation>
    </message>
    <message>
        <source>Tag: {}</source>
        <translation>Schlagwort: {}</translation>
    </message>
    <message>
        <source>A folder for the Markdown files</source>
        <translation>Ein Ordner für die Markdown-Dateien</translation>
    </message>
    <message>
        <source>No folder is kept any more. The files stay where they are.</source>
        <translation>Es wird kein Ordner mehr geführt. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Bringing the folder in step…</source>
        <translation>Der Ordner wird abgeglichen…</translation>
    </message>
    <message>
        <source>“{}” was changed on both sides. The note here stays, that of the file is an earlier version.</source>
        <translation>„{}“ wurde auf beiden Seiten geändert. Die Notiz hier bleibt, die der Datei ist eine frühere Fassung.</translation>
    </message>
    <message>
        <source>Enter shows the difference</source>
        <translation>Enter zeigt den Unterschied</translation>
    </message>
    <message>
        <source>{}: It was changed meanwhile, and will be read back the next time.</source>
        <translation>{}: Sie wurde inzwischen geändert und wird beim nächsten Mal zurückgelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln read back</source>
        <translation>
            <numerusform>%Ln zurückgelesen</numerusform>
            <numerusform>%Ln zurückgelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed on both sides</source>
        <translation>
            <numerusform>%Ln auf beiden Seiten geändert</numerusform>
            <numerusform>%Ln auf beiden Seiten geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written</source>
        <translation>
            <numerusform>%Ln Datei geschrieben</numerusform>
            <numerusform>%Ln Dateien geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in step already</source>
        <translation>
            <numerusform>%Ln schon gleich</numerusform>
            <numerusform>%Ln schon gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln verschoben</numerusform>
            <numerusform>%Ln verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone or in part</source>
        <translation>
            <numerusform>%Ln ganz oder teilweise nicht übernommen</numerusform>
            <numerusform>%Ln ganz oder teilweise nicht übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedAbstract</name>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>no meaning</source>
        <translation>keine Bedeutung</translation>
    </message>
</context>
<context>
    <name>MeaningMenu</name>
    <message>
        <source>No meaning</source>
        <translation>Keine Bedeutung</translation>
    </message>
    <message>
        <source>Meanings…</source>
        <translation>Bedeutungen …</translation>
    </message>
</context>
<context>
    <name>MeaningRow</name>
    <message>
        <source>Name of meaning {}</source>
        <translation>Name der Bedeutung {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Colour of {}: {}</source>
        <translation>Farbe von {}: {}</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Move {} up (Alt+Up)</source>
        <translation>{} nach oben (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Move {} down (Alt+Down)</source>
        <translation>{} nach unten (Alt+Herunter)</translation>
    </message>
    <message>
        <source>Delete {}; its highlights stay</source>
        <translation>{} löschen; die Markierungen bleiben</translation>
    </message>
</context>
<context>
    <name>MeaningsSheet</name>
    <message>
        <source>Meanings of highlights</source>
        <translation>Bedeutungen der Markierungen</translation>
    </message>
    <message>
        <source>What the colours stand for, in the order of their number keys. Enter takes over a name.</source>
        <translation>Wofür die Farben stehen, in der Reihenfolge ihrer Zifferntasten. Enter übernimmt einen Namen.</translation>
    </message>
    <message>
        <source>Another meaning</source>
        <translation>Weitere Bedeutung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>NarrowPopup</name>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
    <message>
        <source>Filter the values</source>
        <translation>Werte filtern</translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation>Zum Filtern tippen</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt …</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Enter narrows · Ctrl+Enter stays here · Alt+Enter excludes</source>
        <translation>Enter grenzt ein · Strg+Enter bleibt hier · Alt+Enter schließt aus</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Eine Notiz</translation>
    </message>
    <message>
        <source>A highlight</source>
        <translation>Eine Markierung</translation>
    </message>
    <message>
        <source>A takeaway</source>
        <translation>Ein Fazit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>A PDF</source>
        <translation>Ein PDF</translation>
    </message>
    <message>
        <source>A DOI</source>
        <translation>Eine DOI</translation>
    </message>
    <message>
        <source>An abstract</source>
        <translation>Einen Abstract</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write what you think of it. Markdown, saved as you type.

[[ names a paper, - [ ] is a task. Ctrl+Enter follows a link or ticks a box.</source>
        <translation>Schreiben Sie, was Sie davon halten. Markdown, wird beim Tippen gespeichert.

[[ nennt einen Artikel, - [ ] ist eine Aufgabe. Strg+Enter folgt einem Verweis oder hakt ein Kästchen ab.</translation>
    </message>
    <message>
        <source>{} (Ctrl+click opens it)</source>
        <translation>{} (Strg+Klick öffnet es)</translation>
    </message>
    <message>
        <source>{} (Ctrl+click shows it)</source>
        <translation>{} (Strg+Klick zeigt ihn)</translation>
    </message>
    <message>
        <source>No paper is called so.</source>
        <translation>So heißt kein Artikel.</translation>
    </message>
    <message>
        <source>Add “{}” to my words</source>
        <translation>„{}“ zu meinen Wörtern hinzufügen</translation>
    </message>
    <message>
        <source>Papers that may be meant</source>
        <translation>Artikel, die gemeint sein können</translation>
    </message>
</context>
<context>
    <name>NoteLinks</name>
    <message>
        <source>Mentioned in</source>
        <translation>Erwähnt in</translation>
    </message>
    <message>
        <source>No paper is called so.</source>
        <translation>So heißt kein Artikel.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteStart</name>
    <message>
        <source>Start from the template of {}</source>
        <translation>Mit der Vorlage von {} beginnen</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>No tag of this paper has a note template. The menu of a tag gives it one.</source>
        <translation>Kein Schlagwort dieses Artikels hat eine Notizvorlage. Das Menü eines Schlagworts gibt ihm eine.</translation>
    </message>
</context>
<context>
    <name>NoteTemplateSheet</name>
    <message>
        <source>Note template of {}</source>
        <translation>Notizvorlage von {}</translation>
    </message>
    <message>
        <source>A note of a paper with this tag begins with it when you ask for that. What stands in braces is filled in: {}.</source>
        <translation>Eine Notiz zu einem Artikel mit diesem Schlagwort beginnt damit, wenn Sie es verlangen. Was in geschweiften Klammern steht, wird ausgefüllt: {}.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>## Question

## Method

- [ ] look at the code</source>
        <translation>## Frage

## Methode

- [ ] den Code ansehen</translation>
    </message>
    <message>
        <source>Saved when this closes.</source>
        <translation>Wird beim Schließen gespeichert.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>NoteVersionsSheet</name>
    <message>
        <source>Earlier versions of the note</source>
        <translation>Frühere Fassungen der Notiz</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Fassungen, neueste zuerst</translation>
    </message>
    <message>
        <source>What is shown of the version</source>
        <translation>Was von der Fassung gezeigt wird</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>What has become of this version till now</source>
        <translation>Was aus dieser Fassung bis jetzt geworden ist</translation>
    </message>
    <message>
        <source>Changed then</source>
        <translation>Damals geändert</translation>
    </message>
    <message>
        <source>What was new in this version, against the one before</source>
        <translation>Was in dieser Fassung neu war, gegenüber der davor</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The version itself</source>
        <translation>Die Fassung selbst</translation>
    </message>
    <message>
        <source>The version, line by line</source>
        <translation>Die Fassung, Zeile für Zeile</translation>
    </message>
    <message>
        <source>There is no earlier version of this note. One is kept when you go on with a note after ten minutes or more, and when something other than your typing changes it.</source>
        <translation>Von dieser Notiz gibt es keine frühere Fassung. Eine wird behalten, wenn Sie nach zehn Minuten oder mehr an einer Notiz weiterschreiben, und wenn sie nicht durch Ihr Tippen, sondern anders geändert wird.</translation>
    </message>
    <message>
        <source>Put back this version</source>
        <translation>Diese Fassung zurückholen</translation>
    </message>
    <message>
        <source>Make it the note again; what the note is now is kept (Enter)</source>
        <translation>Sie wieder zur Notiz machen; was die Notiz jetzt ist, wird behalten (Enter)</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>+ %Ln lines</source>
        <translation>
            <numerusform>+ %Ln Zeile</numerusform>
            <numerusform>+ %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %Ln lines</source>
        <translation>
            <numerusform>− %Ln Zeile</numerusform>
            <numerusform>− %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what the note is now.</source>
        <translation>Das ist die Notiz, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>What has changed since this version: {}</source>
        <translation>Was sich seit dieser Fassung geändert hat: {}</translation>
    </message>
    <message>
        <source>What was new in this version: {}</source>
        <translation>Was in dieser Fassung neu war: {}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The note as it was on {}</source>
        <translation>Die Notiz, wie sie war am {}</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes, highlights, details</source>
        <translation>Notizen, Markierungen, Details</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>One line to keep</source>
        <translation>Eine Zeile, die bleibt</translation>
    </message>
    <message>
        <source>What this note was before, and what has changed</source>
        <translation>Was in dieser Notiz früher stand und was sich geändert hat</translation>
    </message>
    <message>
        <source>Select a paper to write about it.</source>
        <translation>Wählen Sie einen Artikel aus, um über ihn zu schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier versions</source>
        <translation>
            <numerusform>%Ln frühere Fassung</numerusform>
            <numerusform>%Ln frühere Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved: {}</source>
        <translation>Nicht gespeichert: {}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Enter saves</source>
        <translation>Enter speichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type an action, a tag, a saved search or a title</source>
        <translation>Befehl, Schlagwort, gespeicherte Suche oder Titel eingeben</translation>
    </message>
    <message>
        <source>Action, tag, saved search or title</source>
        <translation>Befehl, Schlagwort, gespeicherte Suche oder Titel</translation>
    </message>
    <message>
        <source>Begin with &gt; for actions alone, with # for tags alone.</source>
        <translation>Mit &gt; beginnen für Befehle allein, mit # für Schlagwörter allein.</translation>
    </message>
    <message>
        <source>What can be reached</source>
        <translation>Was zu erreichen ist</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Hier heißt nichts so.</translation>
    </message>
    <message>
        <source>&gt; actions alone   # tags alone   Enter opens   Esc closes</source>
        <translation>&gt; nur Befehle   # nur Schlagwörter   Enter öffnet   Esc schließt</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Tags {}</source>
        <translation>Schlagwörter {}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Rated {} of 5</source>
        <translation>Mit {} von 5 bewertet</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Highlights: {}</source>
        <translation>Markierungen: {}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>Passage</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>PdfPane</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Back to the abstract</source>
        <translation>Zurück zur Zusammenfassung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Dark pages</source>
        <translation>Dunkle Seiten</translation>
    </message>
    <message>
        <source>Find in the PDF</source>
        <translation>Im PDF suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>Called {} in the document</source>
        <translation>Heißt im Dokument {}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
</context>
<context>
    <name>PdfReading</name>
    <message>
        <source>This link is no web address and was not opened.</source>
        <translation>Dieser Link ist keine Webadresse und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>The PDF links to {}.</source>
        <translation>Das PDF verweist auf {}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Nothing to fetch: there is no link to a PDF, or it is here already.</source>
        <translation>Nichts zu holen: Es gibt keinen Link zu einem PDF, oder es ist schon hier.</translation>
    </message>
    <message>
        <source>Fetching the PDF of {}</source>
        <translation>Das PDF von {} wird geholt</translation>
    </message>
    <message>
        <source>Attach files to this paper</source>
        <translation>Dateien an diesen Artikel anhängen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Attaching %Ln files</source>
        <translation>
            <numerusform>%Ln Datei wird angehängt</numerusform>
            <numerusform>%Ln Dateien werden angehängt</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>Datei umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Hier lesen</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Datei anhängen …</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>In einem anderen Programm öffnen</translation>
    </message>
    <message>
        <source>Write a copy with my highlights…</source>
        <translation>Kopie mit meinen Markierungen schreiben …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Abhängen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Dark pages</source>
        <translation>Dunkle Seiten</translation>
    </message>
    <message>
        <source>Attach another file…</source>
        <translation>Weitere Datei anhängen …</translation>
    </message>
    <message>
        <source>The file {} is not in the library&apos;s folder.</source>
        <translation>Die Datei {} ist nicht im Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>Opened {} in another program</source>
        <translation>{} in einem anderen Programm geöffnet</translation>
    </message>
    <message>
        <source>This paper has no PDF here. Attach one first.</source>
        <translation>Dieser Artikel hat hier kein PDF. Zuerst eines anhängen.</translation>
    </message>
    <message>
        <source>There are no highlights in this PDF yet.</source>
        <translation>In diesem PDF gibt es noch keine Markierungen.</translation>
    </message>
    <message>
        <source>highlighted</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Write a copy with my highlights</source>
        <translation>Kopie mit meinen Markierungen schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights written to {}</source>
        <translation>
            <numerusform>%Ln Markierung nach {} geschrieben</numerusform>
            <numerusform>%Ln Markierungen nach {} geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln nicht gefunden</numerusform>
            <numerusform>%Ln nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing {}</source>
        <translation>{} wird geschrieben</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>no meaning</source>
        <translation>ohne Bedeutung</translation>
    </message>
    <message>
        <source>Page {}</source>
        <translation>Seite {}</translation>
    </message>
</context>
<context>
    <name>PicturePeek</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Put everything of this page back as it was at first</source>
        <translation>Alles auf dieser Seite wieder so machen, wie es am Anfang war</translation>
    </message>
    <message>
        <source>Defaults of {}</source>
        <translation>Standard für {}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Citation keys are made of {}, letters, digits and : _ . + / -, with one field at least.</source>
        <translation>Zitierschlüssel bestehen aus {}, Buchstaben, Ziffern und : _ . + / -, mit mindestens einem Feld.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Die übliche</translation>
    </message>
    <message>
        <source>Open the library in your own folder of data</source>
        <translation>Die Bibliothek in Ihrem eigenen Datenordner öffnen</translation>
    </message>
    <message>
        <source>Library to open at the next start</source>
        <translation>Bibliothek, die beim nächsten Start geöffnet wird</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotheken (*.db)</translation>
    </message>
    <message>
        <source>The usual one. Open now: {}</source>
        <translation>Die übliche. Jetzt offen: {}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Folder for new PDFs</source>
        <translation>Ordner für neue PDFs</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>Kein Ordner wird beobachtet.</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Page {}</source>
        <translation>Seite {}</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Was gedruckt wird</translation>
    </message>
    <message>
        <source>This paper</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message numerus="yes">
        <source>This list: %Ln papers</source>
        <translation>
            <numerusform>Diese Liste: ein Artikel</numerusform>
            <numerusform>Diese Liste: %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>With abstracts</source>
        <translation>Mit Abstracts</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>{} could not be written.</source>
        <translation>{} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved to {}</source>
        <translation>Gespeichert in {}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker geschickt</translation>
    </message>
    <message>
        <source>Printing {}</source>
        <translation>{} wird gedruckt</translation>
    </message>
    <message>
        <source>Cancelled; nothing was printed.</source>
        <translation>Abgebrochen; nichts wurde gedruckt.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>Die Seiten konnten nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Rating: {} of 5</source>
        <translation>Bewertung: {} von 5</translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation>Bewertung: keine</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher er kommt</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>+ Add tag</source>
        <translation>+ Schlagwort</translation>
    </message>
    <message>
        <source>Select a paper</source>
        <translation>Wählen Sie einen Artikel aus</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Show the selected papers cited, to be copied</source>
        <translation>Die ausgewählten Artikel zitiert zeigen, zum Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers selected</source>
        <translation>
            <numerusform>%Ln Artikel ausgewählt</numerusform>
            <numerusform>%Ln Artikel ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>added {}</source>
        <translation>hinzugefügt am {}</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Hier lesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln characters</source>
        <translation>
            <numerusform>Das %Ln Zeichen zeigen</numerusform>
            <numerusform>Alle %Ln Zeichen zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>Similar in your library</source>
        <translation>Ähnliches in Ihrer Bibliothek</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>In up next</source>
        <translation>In „Als Nächstes“</translation>
    </message>
    <message>
        <source>All unread papers</source>
        <translation>Alle ungelesenen Artikel</translation>
    </message>
    <message>
        <source>How long they have waited</source>
        <translation>Wie lange sie gewartet haben</translation>
    </message>
    <message>
        <source>for {} weeks or more</source>
        <translation>seit {} Wochen oder länger</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>Beenden (Esc)</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>Durchsicht beenden</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Why it was saved</source>
        <translation>Warum er gespeichert wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Give it the status dropped and take it out of up next</source>
        <translation>Ihm den Status „Verworfen“ geben und aus „Als Nächstes“ nehmen</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Jetzt lesen</translation>
    </message>
    <message>
        <source>Put it on top of up next and open it</source>
        <translation>An den Anfang von „Als Nächstes“ setzen und öffnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Let it wait; you are asked again when it has waited so long once more</source>
        <translation>Warten lassen; Sie werden wieder gefragt, wenn er noch einmal so lange gewartet hat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It has no abstract.</source>
        <translation>Er hat keinen Abstract.</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>since {day}, {ago}</source>
        <translation>seit {day}, {ago}</translation>
    </message>
    <message>
        <source>{day}, {ago}</source>
        <translation>{day}, {ago}</translation>
    </message>
    <message>
        <source>{when}, from {origin}</source>
        <translation>{when}, aus {origin}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln anderen</numerusform>
            <numerusform>%Ln anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>{added}, with {others}: {beside}</source>
        <translation>{added}, mit {others}: {beside}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks ago</source>
        <translation>
            <numerusform>vor %Ln Woche</numerusform>
            <numerusform>vor %Ln Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} und %Ln weiteres</numerusform>
            <numerusform>{names} und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>No paper of up next has waited so long unopened.</source>
        <translation>Kein Artikel in „Als Nächstes“ hat so lange ungeöffnet gewartet.</translation>
    </message>
    <message>
        <source>No unread paper has waited so long unopened.</source>
        <translation>Kein ungelesener Artikel hat so lange ungeöffnet gewartet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln behalten</numerusform>
            <numerusform>%Ln behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln verworfen</numerusform>
            <numerusform>%Ln verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left for another time.</source>
        <translation>
            <numerusform>%Ln bleibt für ein anderes Mal.</numerusform>
            <numerusform>%Ln bleiben für ein anderes Mal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers looked at</source>
        <translation>
            <numerusform>%Ln Artikel angesehen</numerusform>
            <numerusform>%Ln Artikel angesehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>A closing parenthesis without an opening one was ignored.</source>
        <translation>Eine schließende Klammer ohne öffnende wurde übergangen.</translation>
    </message>
    <message>
        <source>A comment can have {0} characters, this one has {1}.</source>
        <translation>Ein Kommentar kann {0} Zeichen haben, dieser hat {1}.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Eine Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>A highlight can have {0} characters, this passage has {1}.</source>
        <translation>Eine Markierung kann {0} Zeichen haben, diese Stelle hat {1}.</translation>
    </message>
    <message>
        <source>A line of {0} characters is no list of papers: “{1}”.</source>
        <translation>Eine Zeile mit {0} Zeichen ist keine Liste von Artikeln: „{1}“.</translation>
    </message>
    <message>
        <source>A meaning needs a name.</source>
        <translation>Eine Bedeutung braucht einen Namen.</translation>
    </message>
    <message>
        <source>A merged paper takes what it has from the papers it was.</source>
        <translation>Ein zusammengeführter Artikel nimmt, was er hat, von den Artikeln, die er war.</translation>
    </message>
    <message>
        <source>A note can have {0} characters, this one has {1}.</source>
        <translation>Eine Notiz kann {0} Zeichen haben, diese hat {1}.</translation>
    </message>
    <message>
        <source>A note can have {0} characters. It was left as it is.</source>
        <translation>Eine Notiz kann {0} Zeichen haben. Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>A paper can have {0} authors, these are {1}.</source>
        <translation>Ein Artikel kann {0} Autoren haben, dies sind {1}.</translation>
    </message>
    <message>
        <source>A paper needs a title.</source>
        <translation>Ein Artikel braucht einen Titel.</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>Eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A picture was not copied: {0}.</source>
        <translation>Ein Bild wurde nicht kopiert: {0}.</translation>
    </message>
    <message>
        <source>A query can have {0} characters, this one has {1}.</source>
        <translation>Eine Suche kann {0} Zeichen haben, diese hat {1}.</translation>
    </message>
    <message>
        <source>A quick tag has a number from 1 to 9, not {0}.</source>
        <translation>Ein Schnell-Schlagwort hat eine Zahl von 1 bis 9, nicht {0}.</translation>
    </message>
    <message>
        <source>A quote is not closed: searched as words.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen: als Wörter gesucht.</translation>
    </message>
    <message>
        <source>A rating is a number from 1 to 5, not {0}.</source>
        <translation>Eine Bewertung ist eine Zahl von 1 bis 5, nicht {0}.</translation>
    </message>
    <message>
        <source>A row of {0} ({1}) belongs to a row of {2} that is gone.</source>
        <translation>Eine Zeile von {0} ({1}) gehört zu einer Zeile von {2}, die es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>A saved search needs a name.</source>
        <translation>Eine gespeicherte Suche braucht einen Namen.</translation>
    </message>
    <message>
        <source>A tag can have {0} characters, this one has {1}.</source>
        <translation>Ein Schlagwort kann {0} Zeichen haben, dieses hat {1}.</translation>
    </message>
    <message>
        <source>A tag cannot hold control characters.</source>
        <translation>Ein Schlagwort kann keine Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Ein Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
        <source>A template can have {0} characters, this one has {1}.</source>
        <translation>Eine Vorlage kann {0} Zeichen haben, diese hat {1}.</translation>
    </message>
    <message>
        <source>Add one in the details.</source>
        <translation>In den Details lässt sich einer angeben.</translation>
    </message>
    <message>
        <source>Add the meaning {0}</source>
        <translation>Bedeutung {0} hinzufügen</translation>
    </message>
    <message>
        <source>Add the paper, and attach the file to it.</source>
        <translation>Der Artikel lässt sich hinzufügen und die Datei daran anhängen.</translation>
    </message>
    <message>
        <source>Add {0} to up next</source>
        <translation>{0} zu „Als Nächstes“ hinzufügen</translation>
    </message>
    <message>
        <source>An ISBN has ten or thirteen digits, the last of which checks the others.</source>
        <translation>Eine ISBN hat zehn oder dreizehn Ziffern, deren letzte die anderen prüft.</translation>
    </message>
    <message>
        <source>An OpenReview identifier is what stands behind “id=” in the address, such as B1QRgziT-.</source>
        <translation>Eine OpenReview-Kennung ist, was in der Adresse hinter „id=“ steht, etwa B1QRgziT-.</translation>
    </message>
    <message>
        <source>An arXiv identifier is a month and a number, such as 1705.08741 or math/0309136.</source>
        <translation>Eine arXiv-Kennung besteht aus Monat und Nummer, etwa 1705.08741 oder math/0309136.</translation>
    </message>
    <message>
        <source>An archive in an archive is not read.</source>
        <translation>Ein Archiv in einem Archiv wird nicht gelesen.</translation>
    </message>
    <message>
        <source>An import is running, so another cannot be undone or done again.</source>
        <translation>Ein Import läuft, daher kann ein anderer nicht zurückgenommen oder wiederholt werden.</translation>
    </message>
    <message>
        <source>Another import into {0} is still running.</source>
        <translation>Ein anderer Import in {0} läuft noch.</translation>
    </message>
    <message>
        <source>Another program has kept the library {0} busy.</source>
        <translation>Ein anderes Programm hat die Bibliothek {0} belegt.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Fragen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Attach it again, or bring it back from a copy.</source>
        <translation>Sie kann noch einmal angehängt oder aus einer Kopie zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Sie kann noch einmal angehängt werden.</translation>
    </message>
    <message>
        <source>Attach {0}</source>
        <translation>{0} anhängen</translation>
    </message>
    <message>
        <source>Better BibTeX JSON</source>
        <translation>JSON von Better BibTeX</translation>
    </message>
    <message>
        <source>Better BibTeX JSON of {0}</source>
        <translation>JSON von Better BibTeX vom {0}</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>BibTeX of {0}</source>
        <translation>BibTeX von {0}</translation>
    </message>
    <message>
        <source>Biblatex</source>
        <translation>biblatex</translation>
    </message>
    <message>
        <source>Biblatex of {0}</source>
        <translation>biblatex von {0}</translation>
    </message>
    <message>
        <source>Bring back its newest sound backup with: readerapp --library {0} restore {1}</source>
        <translation>Holen Sie ihre neueste unversehrte Sicherung zurück mit: readerapp --library {0} restore {1}</translation>
    </message>
    <message>
        <source>CSL-JSON</source>
        <translation>CSL-JSON</translation>
    </message>
    <message>
        <source>CSL-JSON of {0}</source>
        <translation>CSL-JSON vom {0}</translation>
    </message>
    <message>
        <source>CSL-YAML</source>
        <translation>CSL-YAML</translation>
    </message>
    <message>
        <source>CSL-YAML of {0}</source>
        <translation>CSL-YAML vom {0}</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was added.</source>
        <translation>Abgebrochen; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it elsewhere.</source>
        <translation>Ändern Sie ihre Rechte oder kopieren Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Change the abstract of {0}</source>
        <translation>Abstract von {0} ändern</translation>
    </message>
    <message>
        <source>Change the authors of {0}</source>
        <translation>Autoren von {0} ändern</translation>
    </message>
    <message>
        <source>Change the citation key of {0}</source>
        <translation>Zitierschlüssel von {0} ändern</translation>
    </message>
    <message>
        <source>Change the date of {0}</source>
        <translation>Datum von {0} ändern</translation>
    </message>
    <message>
        <source>Change the detail {0} of {1}</source>
        <translation>Angabe {0} von {1} ändern</translation>
    </message>
    <message>
        <source>Change the icon of the saved search {0}</source>
        <translation>Symbol der gespeicherten Suche {0} ändern</translation>
    </message>
    <message>
        <source>Change the identifiers of {0}</source>
        <translation>Kennungen von {0} ändern</translation>
    </message>
    <message>
        <source>Change the keywords of {0}</source>
        <translation>Stichwörter von {0} ändern</translation>
    </message>
    <message>
        <source>Change the links of {0}</source>
        <translation>Links von {0} ändern</translation>
    </message>
    <message>
        <source>Change the saved search {0}</source>
        <translation>Gespeicherte Suche {0} ändern</translation>
    </message>
    <message>
        <source>Change the source of {0}</source>
        <translation>Quelle von {0} ändern</translation>
    </message>
    <message>
        <source>Change the tags of {0}</source>
        <translation>Schlagwörter von {0} ändern</translation>
    </message>
    <message>
        <source>Change the title of {0}</source>
        <translation>Titel von {0} ändern</translation>
    </message>
    <message>
        <source>Change the venue of {0}</source>
        <translation>Angabe „Erschienen in“ von {0} ändern</translation>
    </message>
    <message>
        <source>Change the year of {0}</source>
        <translation>Jahr von {0} ändern</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written to.</source>
        <translation>Prüfen Sie, ob ihr Ordner da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check the disk, then restore a backup if needed.</source>
        <translation>Prüfen Sie den Datenträger und stellen Sie, wenn nötig, eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Bitte eine Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a folder further down.</source>
        <translation>Wählen Sie einen Ordner weiter unten.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wählen Sie ein kürzeres.</translation>
    </message>
    <message>
        <source>Choose another file with --library.</source>
        <translation>Wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Choose another name for what is to move.</source>
        <translation>Wählen Sie einen anderen Namen für das, was verschoben werden soll.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one, or put {0}.csl into {1}.</source>
        <translation>Wählen Sie einen anderen, oder legen Sie {0}.csl in {1} ab.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Choose another with --library.</source>
        <translation>Wählen Sie mit --library eine andere.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Wählen Sie einen davon.</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>Wählen Sie eine von {0}.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>Schließen Sie sie dort zuerst.</translation>
    </message>
    <message>
        <source>Close its program, then try again.</source>
        <translation>Schließen Sie das Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Colour the tag {0}</source>
        <translation>Schlagwort {0} färben</translation>
    </message>
    <message>
        <source>Comment on {0}</source>
        <translation>Kommentar zu {0}</translation>
    </message>
    <message>
        <source>Conference list</source>
        <translation>Konferenzliste</translation>
    </message>
    <message>
        <source>Conference list of {0}</source>
        <translation>Konferenzliste vom {0}</translation>
    </message>
    <message>
        <source>Copy it elsewhere.</source>
        <translation>Kopieren Sie es an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Copy the part with the papers.</source>
        <translation>Kopieren Sie den Teil mit den Artikeln.</translation>
    </message>
    <message>
        <source>Correct it in the details.</source>
        <translation>In den Details lässt sie sich berichtigen.</translation>
    </message>
    <message>
        <source>Counting the papers ended unexpectedly.</source>
        <translation>Das Zählen der Artikel wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Crossref JSON</source>
        <translation>Crossref-JSON</translation>
    </message>
    <message>
        <source>Crossref JSON of {0}</source>
        <translation>Crossref-JSON vom {0}</translation>
    </message>
    <message>
        <source>DataCite JSON</source>
        <translation>DataCite-JSON</translation>
    </message>
    <message>
        <source>DataCite JSON of {0}</source>
        <translation>DataCite-JSON vom {0}</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Löschen Sie sie.</translation>
    </message>
    <message>
        <source>Delete the meaning {0}</source>
        <translation>Bedeutung {0} löschen</translation>
    </message>
    <message>
        <source>Delete the saved search {0}</source>
        <translation>Gespeicherte Suche {0} löschen</translation>
    </message>
    <message>
        <source>Delete the saved search {0}, which {1} searched in</source>
        <translation>Gespeicherte Suche {0} löschen, in der {1} suchte</translation>
    </message>
    <message>
        <source>Delete the tag {0}</source>
        <translation>Schlagwort {0} löschen</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>{0} löschen</translation>
    </message>
    <message>
        <source>Delete {0} for good</source>
        <translation>{0} endgültig löschen</translation>
    </message>
    <message>
        <source>Detach {0}</source>
        <translation>{0} abhängen</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>Wiederholt: {0}</translation>
    </message>
    <message>
        <source>Drop {0}</source>
        <translation>{0} verwerfen</translation>
    </message>
    <message>
        <source>Each side of OR was read as a whole.</source>
        <translation>Jede Seite von OR wurde als Ganzes gelesen.</translation>
    </message>
    <message>
        <source>EndNote XML</source>
        <translation>EndNote-XML</translation>
    </message>
    <message>
        <source>EndNote XML of {0}</source>
        <translation>EndNote-XML vom {0}</translation>
    </message>
    <message>
        <source>EndNote tagged</source>
        <translation>EndNote-Tags</translation>
    </message>
    <message>
        <source>EndNote tagged (ENW, Refer)</source>
        <translation>EndNote-Tags (ENW, Refer)</translation>
    </message>
    <message>
        <source>EndNote tagged of {0}</source>
        <translation>EndNote-Tags vom {0}</translation>
    </message>
    <message>
        <source>Esc puts back the one it had.</source>
        <translation>Esc stellt den bisherigen wieder her.</translation>
    </message>
    <message>
        <source>Exchange the two dates.</source>
        <translation>Vertauschen Sie die beiden Daten.</translation>
    </message>
    <message>
        <source>Export fewer items at once.</source>
        <translation>Exportieren Sie weniger Einträge auf einmal.</translation>
    </message>
    <message>
        <source>Export fewer items.</source>
        <translation>Exportieren Sie weniger Einträge.</translation>
    </message>
    <message>
        <source>Export from its program as BibTeX, RIS or JSON.</source>
        <translation>Exportieren Sie aus dem zugehörigen Programm als BibTeX, RIS oder JSON.</translation>
    </message>
    <message>
        <source>Export it there, and import that.</source>
        <translation>Exportieren Sie dort, und importieren Sie das.</translation>
    </message>
    <message>
        <source>Feed or API answer of arXiv</source>
        <translation>Feed oder API-Antwort von arXiv</translation>
    </message>
    <message>
        <source>Feed or API answer of arXiv (Atom, RSS)</source>
        <translation>Feed oder API-Antwort von arXiv (Atom, RSS)</translation>
    </message>
    <message>
        <source>Feed or API answer of arXiv of {0}</source>
        <translation>Feed oder API-Antwort von arXiv vom {0}</translation>
    </message>
    <message>
        <source>Files that are not in the folder: {0}.</source>
        <translation>Dateien, die nicht im Ordner sind: {0}.</translation>
    </message>
    <message>
        <source>Find a highlight again in {0}</source>
        <translation>Markierung in {0} wiederfinden</translation>
    </message>
    <message>
        <source>Finish a task of {0}</source>
        <translation>Aufgabe zu {0} erledigen</translation>
    </message>
    <message>
        <source>Finish {0}</source>
        <translation>{0} fertig lesen</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing was lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; nichts ging verloren.</translation>
    </message>
    <message>
        <source>Get it again, and attach it anew.</source>
        <translation>Sie kann noch einmal geholt und neu angehängt werden.</translation>
    </message>
    <message>
        <source>Get it with the browser.</source>
        <translation>Sie lässt sich mit dem Browser holen.</translation>
    </message>
    <message>
        <source>Get or copy it again.</source>
        <translation>Laden oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Get the file with the browser.</source>
        <translation>Die Datei lässt sich mit dem Browser holen.</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Here the JSON text breaks; what follows was not read.</source>
        <translation>Hier bricht der JSON-Text; was folgt, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Highlight {0}</source>
        <translation>{0} markieren</translation>
    </message>
    <message>
        <source>Highlight {0} as {1}</source>
        <translation>{0} als {1} markieren</translation>
    </message>
    <message>
        <source>Hugging Face Papers JSON</source>
        <translation>Hugging-Face-Papers-JSON</translation>
    </message>
    <message>
        <source>Hugging Face Papers JSON of {0}</source>
        <translation>Hugging-Face-Papers-JSON vom {0}</translation>
    </message>
    <message>
        <source>If both are one, merge them.</source>
        <translation>Sind beide derselbe, führen Sie sie zusammen.</translation>
    </message>
    <message>
        <source>Import it once more.</source>
        <translation>Importieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Import of {0}: {1}</source>
        <translation>Import von {0}: {1}</translation>
    </message>
    <message>
        <source>In the settings, {0} is {1}; it must be {2}. The default is used.</source>
        <translation>In den Einstellungen ist {0} {1}; es muss {2} sein. Der Standard gilt.</translation>
    </message>
    <message>
        <source>Install PyYAML.</source>
        <translation>Installieren Sie PyYAML.</translation>
    </message>
    <message>
        <source>It belongs to no paper; its text is kept with the library.</source>
        <translation>Sie gehört zu keinem Artikel; der Text bleibt bei der Bibliothek erhalten.</translation>
    </message>
    <message>
        <source>It cannot be read: {0}.</source>
        <translation>Sie ist nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>It does not look like a title: “{0}”.</source>
        <translation>Es sieht nicht wie ein Titel aus: „{0}“.</translation>
    </message>
    <message>
        <source>It has NULs in it, which no text has.</source>
        <translation>Sie enthält NUL-Zeichen, die kein Text hat.</translation>
    </message>
    <message>
        <source>It has more than {0} tags.</source>
        <translation>Es hat mehr als {0} Tags.</translation>
    </message>
    <message>
        <source>It has more than {0} values.</source>
        <translation>Es hat mehr als {0} Werte.</translation>
    </message>
    <message>
        <source>It has no article.</source>
        <translation>Es enthält keinen Artikel.</translation>
    </message>
    <message>
        <source>It has no end: a brace is missing.</source>
        <translation>Es hat kein Ende: Eine geschweifte Klammer fehlt.</translation>
    </message>
    <message>
        <source>It has no end: a brace or a quotation mark is missing.</source>
        <translation>Es hat kein Ende: Eine geschweifte Klammer oder ein Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>It has no end: a quotation mark is missing.</source>
        <translation>Es hat kein Ende: Ein Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>It has no end: the next entry begins in it.</source>
        <translation>Es hat kein Ende: Der nächste Eintrag beginnt darin.</translation>
    </message>
    <message>
        <source>It has no format.</source>
        <translation>Es hat kein Format.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Es hat keinen Namen.</translation>
    </message>
    <message>
        <source>It has no title.</source>
        <translation>Es hat keinen Titel.</translation>
    </message>
    <message>
        <source>It is a comment on a paper, not a paper.</source>
        <translation>Das ist ein Kommentar zu einem Artikel, kein Artikel.</translation>
    </message>
    <message>
        <source>It is a link or no file, and was left.</source>
        <translation>Das ist ein Verweis oder keine Datei und wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>It is a link that leads out of the folder, and was left.</source>
        <translation>Das ist ein Verweis, der aus dem Ordner führt; er wurde nicht verfolgt.</translation>
    </message>
    <message>
        <source>It is a link, or no file.</source>
        <translation>Es ist eine Verknüpfung oder keine Datei.</translation>
    </message>
    <message>
        <source>It is cut off: the file ends in the middle of it.</source>
        <translation>Es ist abgeschnitten: Die Datei endet mitten darin.</translation>
    </message>
    <message>
        <source>It is cut off: the text ends in the middle of it.</source>
        <translation>Es ist abgeschnitten: Der Text endet mitten darin.</translation>
    </message>
    <message>
        <source>It is damaged, or named like another one.</source>
        <translation>Die Datei ist beschädigt oder heißt wie eine andere.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It is encrypted, and was left.</source>
        <translation>Die Datei ist verschlüsselt und wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>It is in force until you quit.</source>
        <translation>Sie gilt, bis Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>It is longer than {0} MB.</source>
        <translation>Es ist länger als {0} MB.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is no JSON ({0}{1}).</source>
        <translation>Es ist kein JSON ({0}{1}).</translation>
    </message>
    <message>
        <source>It is no JSON.</source>
        <translation>Es ist kein JSON.</translation>
    </message>
    <message>
        <source>It is no XML.</source>
        <translation>Das ist kein XML.</translation>
    </message>
    <message>
        <source>It is no YAML ({0}).</source>
        <translation>Das ist kein YAML ({0}).</translation>
    </message>
    <message>
        <source>It is no YAML.</source>
        <translation>Das ist kein YAML.</translation>
    </message>
    <message>
        <source>It is no document of papis.</source>
        <translation>Das ist kein Dokument von papis.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>It is no item of a bibliography.</source>
        <translation>Das ist kein Eintrag eines Literaturverzeichnisses.</translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation>Es ist kein Objekt.</translation>
    </message>
    <message>
        <source>It is no row of a table ({0}).</source>
        <translation>Das ist keine Zeile einer Tabelle ({0}).</translation>
    </message>
    <message>
        <source>It is no text in UTF-8.</source>
        <translation>Sie ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>It is no well-formed XML ({0}).</source>
        <translation>Das ist kein wohlgeformtes XML ({0}).</translation>
    </message>
    <message>
        <source>It is no well-formed XML ({0}); what follows was not read.</source>
        <translation>Das ist kein wohlgeformtes XML ({0}); was folgt, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>It is none of the files that can be read.</source>
        <translation>Das ist keine der Dateien, die gelesen werden können.</translation>
    </message>
    <message>
        <source>It is tried again at the next change.</source>
        <translation>Bei der nächsten Änderung wird es wieder versucht.</translation>
    </message>
    <message>
        <source>It lies behind a link to another folder.</source>
        <translation>Sie liegt hinter einer Verknüpfung zu einem anderen Ordner.</translation>
    </message>
    <message>
        <source>It may be damaged.</source>
        <translation>Sie ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>It may have been renamed; choose it again.</source>
        <translation>Vielleicht wurde es umbenannt; wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It must begin with https, http, mailto or doi.</source>
        <translation>Sie muss mit https, http, mailto oder doi beginnen.</translation>
    </message>
    <message>
        <source>It refers to parts of itself too often.</source>
        <translation>Es verweist zu oft auf Teile von sich selbst.</translation>
    </message>
    <message>
        <source>It takes two papers to merge.</source>
        <translation>Zum Zusammenführen braucht es zwei Artikel.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>It was not written.</source>
        <translation>Sie wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Its backup is kept.</source>
        <translation>Ihre Sicherung bleibt.</translation>
    </message>
    <message>
        <source>Its definitions make it too long.</source>
        <translation>Durch seine Definitionen wird es zu lang.</translation>
    </message>
    <message>
        <source>Its name leads out of the archive, and it was left.</source>
        <translation>Der Name führt aus dem Archiv hinaus; die Datei wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>Its paper is no longer in the library. It was left as it is.</source>
        <translation>Ihr Artikel ist nicht mehr in der Bibliothek. Sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>Its pictures were not copied: their folder is a link to another one.</source>
        <translation>Ihre Bilder wurden nicht kopiert: Deren Ordner ist eine Verknüpfung zu einem anderen.</translation>
    </message>
    <message>
        <source>Its text was left.</source>
        <translation>Ihr Text wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Its words were not taken for a title</source>
        <translation>Die Wörter wurden nicht für einen Titel gehalten</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON Lines of {0}</source>
        <translation>JSON Lines vom {0}</translation>
    </message>
    <message>
        <source>Keep it as a link.</source>
        <translation>Behalten Sie sie als Link.</translation>
    </message>
    <message>
        <source>Keep it elsewhere, and link to it.</source>
        <translation>Sie kann anderswo liegen und verlinkt werden.</translation>
    </message>
    <message>
        <source>Keep the tag {0} as it is</source>
        <translation>Schlagwort {0} lassen, wie es ist</translation>
    </message>
    <message>
        <source>Keep the tags {0} and {1} apart</source>
        <translation>Schlagwörter {0} und {1} auseinanderhalten</translation>
    </message>
    <message>
        <source>Keep {0} apart</source>
        <translation>{0} auseinanderhalten</translation>
    </message>
    <message>
        <source>Keep {0} waiting</source>
        <translation>{0} warten lassen</translation>
    </message>
    <message>
        <source>Leave saved:{0} out, or choose another name.</source>
        <translation>Lassen Sie saved:{0} weg oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Left where they lie, outside of the folder, which is noted: {0}.</source>
        <translation>Blieben, wo sie liegen, außerhalb des Ordners, was vermerkt ist: {0}.</translation>
    </message>
    <message>
        <source>Let {0} be another name of the tag {1}</source>
        <translation>{0} zu einem anderen Namen des Schlagworts {1} machen</translation>
    </message>
    <message>
        <source>Let {0} mean {1}</source>
        <translation>{0} die Bedeutung {1} geben</translation>
    </message>
    <message>
        <source>Let {0} no longer be another name of a tag</source>
        <translation>{0} nicht länger einen anderen Namen eines Schlagworts sein lassen</translation>
    </message>
    <message>
        <source>Look at the note.</source>
        <translation>Sehen Sie in die Notiz.</translation>
    </message>
    <message>
        <source>Look for a slip in its name.</source>
        <translation>Suchen Sie nach einem Fehler im Namen.</translation>
    </message>
    <message>
        <source>Look for another link.</source>
        <translation>Vielleicht gibt es einen anderen Link.</translation>
    </message>
    <message>
        <source>Look for duplicates again.</source>
        <translation>Suchen Sie noch einmal nach Dubletten.</translation>
    </message>
    <message>
        <source>Look whether it is there, and a file.</source>
        <translation>Sehen Sie nach, ob sie da und eine Datei ist.</translation>
    </message>
    <message>
        <source>MEDLINE</source>
        <translation>MEDLINE</translation>
    </message>
    <message>
        <source>MEDLINE (PubMed nbib)</source>
        <translation>MEDLINE (PubMed nbib)</translation>
    </message>
    <message>
        <source>MEDLINE of {0}</source>
        <translation>MEDLINE vom {0}</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>Verkleinern Sie es.</translation>
    </message>
    <message>
        <source>Make room, or close it.</source>
        <translation>Schaffen Sie Platz oder schließen Sie das Programm.</translation>
    </message>
    <message>
        <source>Make room, or look there.</source>
        <translation>Bitte Platz schaffen oder dort nachsehen.</translation>
    </message>
    <message>
        <source>Make room, or unpack it yourself.</source>
        <translation>Schaffen Sie Platz oder packen Sie es selbst aus.</translation>
    </message>
    <message>
        <source>Mark {0} dropped</source>
        <translation>{0} verwerfen</translation>
    </message>
    <message>
        <source>Mark {0} read</source>
        <translation>{0} als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark {0} reading</source>
        <translation>{0} als „Lese ich“ markieren</translation>
    </message>
    <message>
        <source>Mark {0} unread</source>
        <translation>{0} als ungelesen markieren</translation>
    </message>
    <message>
        <source>Markdown document</source>
        <translation>Markdown-Dokument</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>Mend it, or choose another.</source>
        <translation>Bringen Sie sie in Ordnung, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Merge it into {0} to make its name another one of {1}.</source>
        <translation>Führen Sie es mit {0} zusammen, damit sein Name ein anderer von {1} wird.</translation>
    </message>
    <message>
        <source>Merge the tag {0} into {1}</source>
        <translation>Schlagwort {0} mit {1} zusammenführen</translation>
    </message>
    <message>
        <source>Merge {0} papers into {1}</source>
        <translation>{0} Artikel zu {1} zusammenführen</translation>
    </message>
    <message>
        <source>Metadata snapshot of arXiv</source>
        <translation>Metadaten-Abzug von arXiv</translation>
    </message>
    <message>
        <source>Metadata snapshot of arXiv (JSON Lines)</source>
        <translation>Metadaten-Abzug von arXiv (JSON Lines)</translation>
    </message>
    <message>
        <source>Metadata snapshot of arXiv of {0}</source>
        <translation>Metadaten-Abzug von arXiv vom {0}</translation>
    </message>
    <message>
        <source>Move the meaning {0}</source>
        <translation>Bedeutung {0} verschieben</translation>
    </message>
    <message>
        <source>Move {0} to the trash</source>
        <translation>{0} in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Name another file for its backup.</source>
        <translation>Nennen Sie eine andere Datei für ihre Sicherung.</translation>
    </message>
    <message>
        <source>Name its format with --format.</source>
        <translation>Nennen Sie ihr Format mit --format.</translation>
    </message>
    <message>
        <source>Name one by its number, DOI, arXiv id or citation key; see: readerapp search</source>
        <translation>Nennen Sie einen mit Nummer, DOI, arXiv-Kennung oder Zitierschlüssel; siehe: readerapp search</translation>
    </message>
    <message>
        <source>Name one of its backups.</source>
        <translation>Nennen Sie eine ihrer Sicherungen.</translation>
    </message>
    <message>
        <source>Name the library file with --library.</source>
        <translation>Nennen Sie die Bibliotheksdatei mit --library.</translation>
    </message>
    <message>
        <source>Neither there nor below does an entry begin.</source>
        <translation>Weder dort noch darunter beginnt ein Eintrag.</translation>
    </message>
    <message>
        <source>No colour means “{0}”.</source>
        <translation>Keine Farbe bedeutet „{0}“.</translation>
    </message>
    <message>
        <source>No paper was recognised in it</source>
        <translation>Darin wurde kein Artikel erkannt</translation>
    </message>
    <message>
        <source>No tag has the key {0} yet.</source>
        <translation>Noch hat kein Schlagwort die Taste {0}.</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>Notiz zu {0}</translation>
    </message>
    <message>
        <source>Note on {0}; what another program wrote is kept as an earlier version</source>
        <translation>Notiz zu {0}; was ein anderes Programm geschrieben hat, bleibt als frühere Fassung</translation>
    </message>
    <message>
        <source>Note template of the tag {0}</source>
        <translation>Notizvorlage des Schlagworts {0}</translation>
    </message>
    <message>
        <source>Nothing can be published since {0} and until {1}.</source>
        <translation>Nichts kann seit {0} und bis {1} veröffentlicht sein.</translation>
    </message>
    <message>
        <source>Nothing in “{0}” says that it is a paper.</source>
        <translation>Nichts in „{0}“ sagt, dass es ein Artikel ist.</translation>
    </message>
    <message>
        <source>Nothing names {0} files in {1} any more.</source>
        <translation>{0} Dateien in {1} gehören zu nichts mehr.</translation>
    </message>
    <message>
        <source>Nothing was recognised in {0}.</source>
        <translation>In {0} wurde nichts erkannt.</translation>
    </message>
    <message>
        <source>OPML outline</source>
        <translation>OPML-Gliederung</translation>
    </message>
    <message>
        <source>OPML outline of {0}</source>
        <translation>OPML-Gliederung vom {0}</translation>
    </message>
    <message>
        <source>Omnivore export</source>
        <translation>Export aus Omnivore</translation>
    </message>
    <message>
        <source>Omnivore export of {0}</source>
        <translation>Export aus Omnivore vom {0}</translation>
    </message>
    <message>
        <source>One of these papers is no longer in the library.</source>
        <translation>Einer dieser Artikel ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>Only the first {0} characters were used.</source>
        <translation>Nur die ersten {0} Zeichen wurden verwendet.</translation>
    </message>
    <message>
        <source>Only the first {0} words were used.</source>
        <translation>Nur die ersten {0} Wörter wurden verwendet.</translation>
    </message>
    <message>
        <source>Open a task of {0} again</source>
        <translation>Aufgabe zu {0} wieder öffnen</translation>
    </message>
    <message>
        <source>Open it in the browser.</source>
        <translation>Im Browser lässt sie sich öffnen.</translation>
    </message>
    <message>
        <source>Open it once with a newer Zotero, then import it again.</source>
        <translation>Öffnen Sie sie einmal mit einem neueren Zotero und importieren Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>OpenAlex JSON</source>
        <translation>OpenAlex-JSON</translation>
    </message>
    <message>
        <source>OpenAlex JSON of {0}</source>
        <translation>OpenAlex-JSON vom {0}</translation>
    </message>
    <message>
        <source>OpenReview JSON</source>
        <translation>OpenReview-JSON</translation>
    </message>
    <message>
        <source>OpenReview JSON of {0}</source>
        <translation>OpenReview-JSON vom {0}</translation>
    </message>
    <message>
        <source>Papers page</source>
        <translation>Artikelseite</translation>
    </message>
    <message>
        <source>Papers page of {0}</source>
        <translation>Artikelseite vom {0}</translation>
    </message>
    <message>
        <source>Papis library</source>
        <translation>Papis-Bibliothek</translation>
    </message>
    <message>
        <source>Papis library of {0}</source>
        <translation>Papis-Bibliothek vom {0}</translation>
    </message>
    <message>
        <source>Parentheses more than {0} deep were ignored.</source>
        <translation>Klammern in mehr als {0} Ebenen wurden übergangen.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Pasted text of {0}</source>
        <translation>Eingefügter Text vom {0}</translation>
    </message>
    <message>
        <source>PubMed XML</source>
        <translation>PubMed-XML</translation>
    </message>
    <message>
        <source>PubMed XML of {0}</source>
        <translation>PubMed-XML vom {0}</translation>
    </message>
    <message>
        <source>Put back an earlier note on {0}</source>
        <translation>Frühere Notiz zu {0} zurückholen</translation>
    </message>
    <message>
        <source>Put the tag {0} on the key {1}</source>
        <translation>Schlagwort {0} auf die Taste {1} legen</translation>
    </message>
    <message>
        <source>Put {0}.csl into {1} too.</source>
        <translation>Legen Sie auch {0}.csl in {1} ab.</translation>
    </message>
    <message>
        <source>RIS</source>
        <translation>RIS</translation>
    </message>
    <message>
        <source>RIS of {0}</source>
        <translation>RIS vom {0}</translation>
    </message>
    <message>
        <source>RSS or Atom feed</source>
        <translation>RSS- oder Atom-Feed</translation>
    </message>
    <message>
        <source>RSS or Atom feed of {0}</source>
        <translation>RSS- oder Atom-Feed vom {0}</translation>
    </message>
    <message>
        <source>Rate {0} {1}</source>
        <translation>{0} mit {1} bewerten</translation>
    </message>
    <message>
        <source>Read as {0}.</source>
        <translation>Gelesen als {0}.</translation>
    </message>
    <message>
        <source>Read {0} back from {1}</source>
        <translation>{0} aus {1} zurücklesen</translation>
    </message>
    <message>
        <source>Read {0} now</source>
        <translation>{0} jetzt lesen</translation>
    </message>
    <message>
        <source>Readerapp JSON</source>
        <translation>Readerapp-JSON</translation>
    </message>
    <message>
        <source>Readerapp JSON of {0}</source>
        <translation>Readerapp-JSON vom {0}</translation>
    </message>
    <message>
        <source>Readwise JSON</source>
        <translation>JSON von Readwise</translation>
    </message>
    <message>
        <source>Readwise JSON of {0}</source>
        <translation>JSON von Readwise vom {0}</translation>
    </message>
    <message>
        <source>Readwise Markdown</source>
        <translation>Markdown von Readwise</translation>
    </message>
    <message>
        <source>Readwise Markdown of {0}</source>
        <translation>Markdown von Readwise vom {0}</translation>
    </message>
    <message>
        <source>Readwise table</source>
        <translation>Tabelle von Readwise</translation>
    </message>
    <message>
        <source>Readwise table of {0}</source>
        <translation>Tabelle von Readwise vom {0}</translation>
    </message>
    <message>
        <source>Remove the note template of {0}</source>
        <translation>Die Notizvorlage von {0} entfernen</translation>
    </message>
    <message>
        <source>Remove the rating of {0}</source>
        <translation>Bewertung von {0} entfernen</translation>
    </message>
    <message>
        <source>Remove {0} from {1}</source>
        <translation>{0} von {1} entfernen</translation>
    </message>
    <message>
        <source>Rename a file to {0}</source>
        <translation>Eine Datei in {0} umbenennen</translation>
    </message>
    <message>
        <source>Rename the meaning {0} to {1}</source>
        <translation>Bedeutung {0} in {1} umbenennen</translation>
    </message>
    <message>
        <source>Rename the saved search {0} to {1}</source>
        <translation>Gespeicherte Suche {0} in {1} umbenennen</translation>
    </message>
    <message>
        <source>Rename the tag {0} to {1}</source>
        <translation>Schlagwort {0} in {1} umbenennen</translation>
    </message>
    <message>
        <source>Restore a backup with: readerapp restore FILE</source>
        <translation>Stellen Sie eine Sicherung wieder her mit: readerapp restore DATEI</translation>
    </message>
    <message>
        <source>Restore {0}</source>
        <translation>{0} zurückholen</translation>
    </message>
    <message>
        <source>Right-click a tag to give it one.</source>
        <translation>Klicken Sie rechts auf ein Schlagwort, um ihm eine zu geben.</translation>
    </message>
    <message>
        <source>Save a copy without a password in another program.</source>
        <translation>In einem anderen Programm lässt sich eine Kopie ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>Save a copy without it.</source>
        <translation>Eine Kopie ohne Verschlüsselung lässt sich öffnen.</translation>
    </message>
    <message>
        <source>Save it again without a document type.</source>
        <translation>Speichern Sie sie noch einmal ohne Dokumenttyp.</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or choose another file.</source>
        <translation>Speichern Sie sie als UTF-8, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Save the search {0}</source>
        <translation>Suche {0} speichern</translation>
    </message>
    <message>
        <source>See what can be read: readerapp formats</source>
        <translation>Was gelesen werden kann, zeigt: readerapp formats</translation>
    </message>
    <message>
        <source>See whether it is there, and may be read.</source>
        <translation>Bitte nachsehen, ob sie da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>See: readerapp check</source>
        <translation>Siehe: readerapp check</translation>
    </message>
    <message>
        <source>See: readerapp formats</source>
        <translation>Siehe: readerapp formats</translation>
    </message>
    <message>
        <source>Select a passage first.</source>
        <translation>Wählen Sie zuerst eine Stelle aus.</translation>
    </message>
    <message>
        <source>Select another one too.</source>
        <translation>Wählen Sie noch einen aus.</translation>
    </message>
    <message>
        <source>Select less.</source>
        <translation>Wählen Sie weniger aus.</translation>
    </message>
    <message>
        <source>Semantic Scholar JSON</source>
        <translation>Semantic-Scholar-JSON</translation>
    </message>
    <message>
        <source>Semantic Scholar JSON of {0}</source>
        <translation>Semantic-Scholar-JSON vom {0}</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>Something went wrong in readerapp itself. The log has the details.</source>
        <translation>In readerapp selbst ist etwas schiefgegangen. Das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>Teilen Sie sie in kleinere Dateien.</translation>
    </message>
    <message>
        <source>Star {0}</source>
        <translation>{0} einen Stern geben</translation>
    </message>
    <message>
        <source>Starred is true or false, not {0}.</source>
        <translation>Ein Stern ist true oder false, nicht {0}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Tag {0} {1}</source>
        <translation>{0} das Schlagwort {1} geben</translation>
    </message>
    <message>
        <source>Tag {0} {1}, after the keyword</source>
        <translation>{0} das Schlagwort {1} geben, nach dem Stichwort</translation>
    </message>
    <message>
        <source>Take a PNG, JPEG, GIF or WebP image.</source>
        <translation>Nehmen Sie ein Bild in PNG, JPEG, GIF oder WebP.</translation>
    </message>
    <message>
        <source>Take it from that one first.</source>
        <translation>Nehmen Sie ihn zuerst von dort weg.</translation>
    </message>
    <message>
        <source>Take that name from it, or merge the two tags.</source>
        <translation>Nehmen Sie ihm den Namen oder führen Sie die beiden Schlagwörter zusammen.</translation>
    </message>
    <message>
        <source>Take the key from the tag {0}</source>
        <translation>Taste von Schlagwort {0} nehmen</translation>
    </message>
    <message>
        <source>Take the meaning from {0}</source>
        <translation>Bedeutung von {0} nehmen</translation>
    </message>
    <message>
        <source>Take {0} from up next</source>
        <translation>{0} aus „Als Nächstes“ nehmen</translation>
    </message>
    <message>
        <source>Takeaway of {0}</source>
        <translation>Fazit zu {0}</translation>
    </message>
    <message>
        <source>The JSON text ends early.</source>
        <translation>Der JSON-Text endet zu früh.</translation>
    </message>
    <message>
        <source>The backup {0} cannot be written: {1}.</source>
        <translation>Die Sicherung {0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>The backup {0} is damaged ({1}).</source>
        <translation>Die Sicherung {0} ist beschädigt ({1}).</translation>
    </message>
    <message>
        <source>The backup {0} would be damaged ({1}) and was not kept.</source>
        <translation>Die Sicherung {0} wäre beschädigt ({1}) und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>The citation style {0} cannot be read: {1}.</source>
        <translation>Der Zitierstil {0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The citation style “{0}” cannot be used: {1}.</source>
        <translation>Der Zitierstil „{0}“ kann nicht verwendet werden: {1}.</translation>
    </message>
    <message>
        <source>The compressed data of {0} is damaged.</source>
        <translation>Die komprimierten Daten von {0} sind beschädigt.</translation>
    </message>
    <message>
        <source>The connection to {0} is not secure.</source>
        <translation>Die Verbindung zu {0} ist nicht sicher.</translation>
    </message>
    <message>
        <source>The connection to {0} was lost.</source>
        <translation>Die Verbindung zu {0} ist abgerissen.</translation>
    </message>
    <message>
        <source>The disk failed while the library {0} was used.</source>
        <translation>Der Datenträger versagte, während die Bibliothek {0} benutzt wurde.</translation>
    </message>
    <message>
        <source>The field tags holds a list of words, and nothing else. It was not taken over.</source>
        <translation>Das Feld tags enthält eine Liste von Wörtern und sonst nichts. Es wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>The field {0} holds one value, and not several. It was not taken over.</source>
        <translation>Das Feld {0} enthält einen Wert und nicht mehrere. Es wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>The field {0} was changed on both sides. The library&apos;s stays.</source>
        <translation>Das Feld {0} wurde auf beiden Seiten geändert. Das der Bibliothek bleibt.</translation>
    </message>
    <message>
        <source>The file at {0} is larger than {1} MB.</source>
        <translation>Die Datei bei {0} ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>The file is damaged: {0}.</source>
        <translation>Die Datei ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The file is no list of CSL-JSON, so nothing was written to it.</source>
        <translation>Die Datei ist keine Liste in CSL-JSON; es wurde nichts hineingeschrieben.</translation>
    </message>
    <message>
        <source>The folder {0}</source>
        <translation>Der Ordner {0}</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made: {1}.</source>
        <translation>Der Ordner {0} kann nicht angelegt werden: {1}.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be written to.</source>
        <translation>In den Ordner {0} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {0} is not there, so {1} is not kept current.</source>
        <translation>Der Ordner {0} ist nicht da; {1} wird nicht aktuell gehalten.</translation>
    </message>
    <message>
        <source>The format {0} can be read but not written.</source>
        <translation>Das Format {0} kann gelesen, aber nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The format {0} can be written but not read.</source>
        <translation>Das Format {0} kann geschrieben, aber nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The front matter has a key that is no text.</source>
        <translation>Der Kopf der Datei hat einen Schlüssel, der kein Text ist.</translation>
    </message>
    <message>
        <source>The front matter has no end.</source>
        <translation>Der Kopf der Datei hat kein Ende.</translation>
    </message>
    <message>
        <source>The front matter has no keys.</source>
        <translation>Der Kopf der Datei hat keine Schlüssel.</translation>
    </message>
    <message>
        <source>The front matter has several keys in one line.</source>
        <translation>Der Kopf der Datei hat mehrere Schlüssel in einer Zeile.</translation>
    </message>
    <message>
        <source>The front matter has several parts.</source>
        <translation>Der Kopf der Datei hat mehrere Teile.</translation>
    </message>
    <message>
        <source>The front matter has “{0}” twice.</source>
        <translation>Der Kopf der Datei hat „{0}“ zweimal.</translation>
    </message>
    <message>
        <source>The front matter is longer than {0} KB.</source>
        <translation>Der Kopf der Datei ist länger als {0} KB.</translation>
    </message>
    <message>
        <source>The front matter is missing.</source>
        <translation>Der Kopf der Datei fehlt.</translation>
    </message>
    <message>
        <source>The front matter is nested too deeply.</source>
        <translation>Der Kopf der Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The front matter is no YAML, see line {0}.</source>
        <translation>Der Kopf der Datei ist kein YAML, siehe Zeile {0}.</translation>
    </message>
    <message>
        <source>The front matter is no YAML.</source>
        <translation>Der Kopf der Datei ist kein YAML.</translation>
    </message>
    <message>
        <source>The heading “{0}” is missing.</source>
        <translation>Die Überschrift „{0}“ fehlt.</translation>
    </message>
    <message>
        <source>The import ended unexpectedly; nothing was added.</source>
        <translation>Der Import endete unerwartet; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The import failed; nothing was added.</source>
        <translation>Der Import schlug fehl; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The library {0} can be read but not changed: its file or folder is write-protected.</source>
        <translation>Die Bibliothek {0} kann gelesen, aber nicht geändert werden: Ihre Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The library {0} cannot be opened.</source>
        <translation>Die Bibliothek {0} kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The library {0} cannot be read: {1}.</source>
        <translation>Die Bibliothek {0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1}.</source>
        <translation>Die Bibliothek {0} kann nicht benutzt werden: {1}.</translation>
    </message>
    <message>
        <source>The library {0} cannot be written to.</source>
        <translation>In die Bibliothek {0} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The library {0} could not be brought up to date: {1}.</source>
        <translation>Die Bibliothek {0} konnte nicht auf den neuesten Stand gebracht werden: {1}.</translation>
    </message>
    <message>
        <source>The library {0} is damaged ({1}).</source>
        <translation>Die Bibliothek {0} ist beschädigt ({1}).</translation>
    </message>
    <message>
        <source>The library {0} is damaged ({1}). It was left as it is.</source>
        <translation>Die Bibliothek {0} ist beschädigt ({1}). Sie wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>The library {0} is damaged.</source>
        <translation>Die Bibliothek {0} ist beschädigt.</translation>
    </message>
    <message>
        <source>The library {0} is of an older version and cannot be brought up to date: {1}</source>
        <translation>Die Bibliothek {0} ist von einer älteren Version und kann nicht auf den neuesten Stand gebracht werden: {1}</translation>
    </message>
    <message>
        <source>The library {0} was written by a newer version of readerapp.</source>
        <translation>Die Bibliothek {0} wurde von einer neueren Version von readerapp geschrieben.</translation>
    </message>
    <message>
        <source>The library&apos;s own backups are in {0}.</source>
        <translation>Die eigenen Sicherungen der Bibliothek liegen in {0}.</translation>
    </message>
    <message>
        <source>The name of a meaning can have {0} characters, this one has {1}.</source>
        <translation>Der Name einer Bedeutung kann {0} Zeichen haben, dieser hat {1}.</translation>
    </message>
    <message>
        <source>The search index of PDFs does not match their text.</source>
        <translation>Der Suchindex der PDFs passt nicht zu ihrem Text.</translation>
    </message>
    <message>
        <source>The search index of notes does not match the notes.</source>
        <translation>Der Suchindex der Notizen passt nicht zu den Notizen.</translation>
    </message>
    <message>
        <source>The search index {0} does not match the papers.</source>
        <translation>Der Suchindex {0} passt nicht zu den Artikeln.</translation>
    </message>
    <message>
        <source>The service knew no paper here.</source>
        <translation>Der Dienst kannte hier keinen Artikel.</translation>
    </message>
    <message>
        <source>The setting could not be written to {0}: {1}.</source>
        <translation>Die Einstellung konnte nicht in {0} geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>The settings {0} are no text in UTF-8. The defaults are used.</source>
        <translation>Die Einstellungen {0} sind kein Text in UTF-8. Der Standard gilt.</translation>
    </message>
    <message>
        <source>The settings {0} are not used: {1}. The defaults are in force.</source>
        <translation>Die Einstellungen {0} werden nicht verwendet: {1}. Der Standard gilt.</translation>
    </message>
    <message>
        <source>The settings {0} cannot be read: {1}. The defaults are used.</source>
        <translation>Die Einstellungen {0} können nicht gelesen werden: {1}. Der Standard gilt.</translation>
    </message>
    <message>
        <source>The tag {0} cannot move below itself.</source>
        <translation>Das Schlagwort {0} kann nicht unter sich selbst.</translation>
    </message>
    <message>
        <source>There are no BibTeX entries in {0}.</source>
        <translation>In {0} gibt es keine BibTeX-Einträge.</translation>
    </message>
    <message>
        <source>There are no saved searches yet.</source>
        <translation>Es gibt noch keine gespeicherten Suchen.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is a meaning “{0}” already.</source>
        <translation>Es gibt schon eine Bedeutung „{0}“.</translation>
    </message>
    <message>
        <source>There is a saved search “{0}” already.</source>
        <translation>Es gibt schon eine gespeicherte Suche „{0}“.</translation>
    </message>
    <message>
        <source>There is a tag {0}.</source>
        <translation>Es gibt ein Schlagwort {0}.</translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation>Es gibt keine Sicherung von ihr.</translation>
    </message>
    <message>
        <source>There is no backup {0}.</source>
        <translation>Es gibt keine Sicherung {0}.</translation>
    </message>
    <message>
        <source>There is no citation style “{0}”.</source>
        <translation>Es gibt keinen Zitierstil „{0}“.</translation>
    </message>
    <message>
        <source>There is no colour “{0}”.</source>
        <translation>Es gibt keine Farbe „{0}“.</translation>
    </message>
    <message>
        <source>There is no file {0} in its folder.</source>
        <translation>In seinem Ordner gibt es keine Datei {0}.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Es gibt keinen Ordner {0}.</translation>
    </message>
    <message>
        <source>There is no format called “{0}”.</source>
        <translation>Es gibt kein Format namens „{0}“.</translation>
    </message>
    <message>
        <source>There is no kind of link “{0}”.</source>
        <translation>Es gibt keine Art von Link „{0}“.</translation>
    </message>
    <message>
        <source>There is no link to a PDF of {0}.</source>
        <translation>Es gibt keinen Link zu einem PDF von {0}.</translation>
    </message>
    <message>
        <source>There is no paper “{0}”.</source>
        <translation>Es gibt keinen Artikel „{0}“.</translation>
    </message>
    <message>
        <source>There is no saved search “{0}” any more.</source>
        <translation>Es gibt keine gespeicherte Suche „{0}“ mehr.</translation>
    </message>
    <message>
        <source>There is no saved search “{0}”{1}.</source>
        <translation>Es gibt keine gespeicherte Suche „{0}“{1}.</translation>
    </message>
    <message>
        <source>There is no space left where the library {0} lies.</source>
        <translation>Wo die Bibliothek {0} liegt, ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no space left where the library {0} lies: it can be read but not changed.</source>
        <translation>Wo die Bibliothek {0} liegt, ist kein Platz mehr: Sie kann gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>There is no status “{0}”.</source>
        <translation>Es gibt keinen Status „{0}“.</translation>
    </message>
    <message>
        <source>There is no tag colour “{0}”.</source>
        <translation>Es gibt keine Schlagwortfarbe „{0}“.</translation>
    </message>
    <message>
        <source>There is no tag {0}.</source>
        <translation>Es gibt kein Schlagwort {0}.</translation>
    </message>
    <message>
        <source>There is no title before this text: “{0}”.</source>
        <translation>Vor diesem Text steht kein Titel: „{0}“.</translation>
    </message>
    <message>
        <source>There is nothing in it to keep.</source>
        <translation>Sie enthält nichts, was sich aufheben ließe.</translation>
    </message>
    <message>
        <source>There is nothing to highlight.</source>
        <translation>Es gibt nichts zu markieren.</translation>
    </message>
    <message>
        <source>There is nothing to read in it.</source>
        <translation>Darin ist nichts zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing to read.</source>
        <translation>Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing to search for.</source>
        <translation>Es gibt nichts zu suchen.</translation>
    </message>
    <message>
        <source>There is something after the end of the JSON text.</source>
        <translation>Nach dem Ende des JSON-Texts steht noch etwas.</translation>
    </message>
    <message>
        <source>There is {0}.</source>
        <translation>Es gibt {0}.</translation>
    </message>
    <message>
        <source>They can be added all the same.</source>
        <translation>Hinzugefügt werden können sie trotzdem.</translation>
    </message>
    <message>
        <source>This address leads on and on, and to no file.</source>
        <translation>Diese Adresse führt immer weiter und zu keiner Datei.</translation>
    </message>
    <message>
        <source>This address names no paper</source>
        <translation>Diese Adresse nennt keinen Artikel</translation>
    </message>
    <message>
        <source>This file is no longer attached.</source>
        <translation>Diese Datei ist nicht mehr angehängt.</translation>
    </message>
    <message>
        <source>This folder cannot be read: {0}.</source>
        <translation>Dieser Ordner kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>This highlight is no longer there.</source>
        <translation>Diese Markierung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This link is no web address, and was not followed.</source>
        <translation>Dieser Link ist keine Webadresse; ihm wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>This name has {0} characters; it can have {1}.</source>
        <translation>Dieser Name hat {0} Zeichen; er kann {1} haben.</translation>
    </message>
    <message>
        <source>This paper is no longer in the library.</source>
        <translation>Dieser Artikel ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This step is no longer in the history.</source>
        <translation>Dieser Schritt ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>This task is no longer in the note.</source>
        <translation>Diese Aufgabe steht nicht mehr in der Notiz.</translation>
    </message>
    <message>
        <source>This version knows nothing called “{0}”.</source>
        <translation>Diese Version kennt nichts namens „{0}“.</translation>
    </message>
    <message>
        <source>This version of the note is no longer there.</source>
        <translation>Diese Fassung der Notiz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation>Versuchen Sie es noch einmal, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>Try again when it has finished.</source>
        <translation>Versuchen Sie es noch einmal, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>Try it again later, or with the browser.</source>
        <translation>Bitte später noch einmal versuchen, oder mit dem Browser.</translation>
    </message>
    <message>
        <source>Try it again later.</source>
        <translation>Bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try it again when there is a network.</source>
        <translation>Bitte noch einmal versuchen, wenn es ein Netz gibt.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try its backup, or export from its program.</source>
        <translation>Versuchen Sie es mit einer Sicherung oder einem Export aus dem zugehörigen Programm.</translation>
    </message>
    <message>
        <source>Type a query.</source>
        <translation>Geben Sie eine Suche ein.</translation>
    </message>
    <message>
        <source>Type a word for what the colour stands for.</source>
        <translation>Geben Sie ein Wort dafür ein, wofür die Farbe steht.</translation>
    </message>
    <message>
        <source>Type another name that should become it.</source>
        <translation>Geben Sie einen anderen Namen ein, der es werden soll.</translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation>Geben Sie mindestens einen Buchstaben ein.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>Type the name again.</source>
        <translation>Geben Sie den Namen noch einmal ein.</translation>
    </message>
    <message>
        <source>Undo what deleted it.</source>
        <translation>Nehmen Sie zurück, was sie gelöscht hat.</translation>
    </message>
    <message>
        <source>Undo what removed it, then attach the file again.</source>
        <translation>Bitte rückgängig machen, was ihn entfernt hat, und die Datei dann noch einmal anhängen.</translation>
    </message>
    <message>
        <source>Undo what removed it, then correct it again.</source>
        <translation>Nehmen Sie zurück, was ihn entfernt hat, und berichtigen Sie ihn dann noch einmal.</translation>
    </message>
    <message>
        <source>Undo what removed it, then highlight again.</source>
        <translation>Nehmen Sie zurück, was ihn entfernt hat, und markieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Undo what removed it, then write the detail again.</source>
        <translation>Nehmen Sie zurück, was ihn entfernt hat, und tragen Sie die Angabe noch einmal ein.</translation>
    </message>
    <message>
        <source>Undo what removed it, then write the note again.</source>
        <translation>Nehmen Sie zurück, was ihn entfernt hat, und schreiben Sie die Notiz dann noch einmal.</translation>
    </message>
    <message>
        <source>Undo what took it away.</source>
        <translation>Bitte rückgängig machen, was sie weggenommen hat.</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Zurückgenommen: {0}</translation>
    </message>
    <message>
        <source>Unknown field “{0}”: searched as words.</source>
        <translation>Unbekanntes Feld „{0}“: als Wörter gesucht.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Packen Sie es erst aus.</translation>
    </message>
    <message>
        <source>Unpack it yourself if you trust it.</source>
        <translation>Packen Sie es selbst aus, wenn Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Unpack it, and choose what you need.</source>
        <translation>Packen Sie es aus und wählen Sie, was Sie brauchen.</translation>
    </message>
    <message>
        <source>Unstar {0}</source>
        <translation>{0} den Stern nehmen</translation>
    </message>
    <message>
        <source>Update readerapp first.</source>
        <translation>Aktualisieren Sie zuerst readerapp.</translation>
    </message>
    <message>
        <source>Update readerapp to open it.</source>
        <translation>Aktualisieren Sie readerapp, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Update readerapp, then import it again.</source>
        <translation>Aktualisieren Sie readerapp und importieren Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Use letters, digits, and : . _ + / or - between them.</source>
        <translation>Nehmen Sie Buchstaben und Ziffern, dazwischen : . _ + / oder -.</translation>
    </message>
    <message>
        <source>What an interrupted import had brought is removed before another is undone or done again.</source>
        <translation>Was ein unterbrochener Import gebracht hatte, wird entfernt, bevor ein anderer zurückgenommen oder wiederholt wird.</translation>
    </message>
    <message>
        <source>What is behind {0} MB was not read.</source>
        <translation>Was hinter {0} MB steht, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>What was changed there but for the note and its own fields does not come back; it is kept as an earlier version of the note.</source>
        <translation>Was dort außer der Notiz und ihren eigenen Feldern geändert wurde, kommt nicht zurück; es ist als frühere Fassung der Notiz aufgehoben.</translation>
    </message>
    <message>
        <source>With this name the query of “{0}” would have {1} characters; it can have {2}.</source>
        <translation>Mit diesem Namen hätte die Suche „{0}“ {1} Zeichen; sie kann {2} haben.</translation>
    </message>
    <message>
        <source>Write a year, a month or a day: 2023, 2023-01 or 2023-01-31.</source>
        <translation>Schreiben Sie ein Jahr, einen Monat oder einen Tag: 2023, 2023-01 oder 2023-01-31.</translation>
    </message>
    <message>
        <source>Write doi, arXiv, pmid, pmcid, openreview or isbn before it.</source>
        <translation>Schreiben Sie doi, arXiv, pmid, pmcid, openreview oder isbn davor.</translation>
    </message>
    <message>
        <source>Write four digits, such as 2017.</source>
        <translation>Schreiben Sie vier Ziffern, etwa 2017.</translation>
    </message>
    <message>
        <source>Write it as 2017, 2017-05 or 2017-05-24.</source>
        <translation>Schreiben Sie es als 2017, 2017-05 oder 2017-05-24.</translation>
    </message>
    <message>
        <source>Write it in the note.</source>
        <translation>Schreiben Sie es in die Notiz.</translation>
    </message>
    <message>
        <source>YAML cannot be read here.</source>
        <translation>YAML kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Zotero RDF</source>
        <translation>RDF von Zotero</translation>
    </message>
    <message>
        <source>Zotero RDF of {0}</source>
        <translation>RDF von Zotero vom {0}</translation>
    </message>
    <message>
        <source>Zotero library</source>
        <translation>Zotero-Bibliothek</translation>
    </message>
    <message>
        <source>Zotero library of {0}</source>
        <translation>Zotero-Bibliothek vom {0}</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a file of “{0}”</source>
        <translation>eine Datei von „{0}“</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a list of keys, such as [&quot;J&quot;]</source>
        <translation>eine Liste von Tasten, wie [&quot;J&quot;]</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a paper</source>
        <translation>ein Artikel</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a table of actions with lists of keys, such as: next = [&quot;J&quot;, &quot;Ctrl+J&quot;]</source>
        <translation>eine Tabelle von Befehlen mit Listen von Tasten, wie: next = [&quot;J&quot;, &quot;Ctrl+J&quot;]</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>eine ganze Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>arXiv answered with an error: {0}.</source>
        <translation>arXiv hat mit einem Fehler geantwortet: {0}.</translation>
    </message>
    <message>
        <source>attachment {0}</source>
        <translation>Anhang {0}</translation>
    </message>
    <message>
        <source>biblatex</source>
        <translation>biblatex</translation>
    </message>
    <message>
        <source>conference list</source>
        <translation>Konferenzliste</translation>
    </message>
    <message>
        <source>conference list (paperlists JSON)</source>
        <translation>Konferenzliste (paperlists-JSON)</translation>
    </message>
    <message>
        <source>identifiers, links and “Title — Authors” lines in any text</source>
        <translation>Kennungen, Links und Zeilen „Titel — Autoren“ in beliebigem Text</translation>
    </message>
    <message>
        <source>it has no citation</source>
        <translation>er hat keine Form für den Text</translation>
    </message>
    <message>
        <source>it makes nothing of any paper</source>
        <translation>er macht aus keinem Artikel etwas</translation>
    </message>
    <message>
        <source>item {0} ({1})</source>
        <translation>Eintrag {0} ({1})</translation>
    </message>
    <message>
        <source>its name is none</source>
        <translation>ihr Name ist keiner</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>lines {0} to {1}</source>
        <translation>Zeilen {0} bis {1}</translation>
    </message>
    <message>
        <source>linked files</source>
        <translation>verknüpfte Dateien</translation>
    </message>
    <message>
        <source>made of {0}, letters, digits and : _ . + / -</source>
        <translation>bestehend aus {0}, Buchstaben, Ziffern und : _ . + / -</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>eines von {0}</translation>
    </message>
    <message>
        <source>papers page</source>
        <translation>Artikelseite</translation>
    </message>
    <message>
        <source>papers page (copied text or HTML)</source>
        <translation>Artikelseite (kopierter Text oder HTML)</translation>
    </message>
    <message>
        <source>papis library</source>
        <translation>Papis-Bibliothek</translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation>Teil {0}</translation>
    </message>
    <message>
        <source>readerapp JSON</source>
        <translation>readerapp-JSON</translation>
    </message>
    <message>
        <source>removing what an earlier import left</source>
        <translation>Reste eines früheren Imports werden entfernt</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>der Anfang</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>the highlight {0}</source>
        <translation>die Markierung {0}</translation>
    </message>
    <message>
        <source>the note “{0}”</source>
        <translation>die Notiz „{0}“</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>der eingefügte Text</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>der Pfad einer Datei</translation>
    </message>
    <message>
        <source>there is nothing between these places</source>
        <translation>zwischen diesen Stellen ist nichts</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>{0} changed on both sides</source>
        <translation>{0} auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} files and folders</source>
        <translation>{0} Dateien und Ordner</translation>
    </message>
    <message>
        <source>{0} highlights</source>
        <translation>{0} Markierungen</translation>
    </message>
    <message>
        <source>{0} in step already</source>
        <translation>{0} schon gleich</translation>
    </message>
    <message>
        <source>{0} left alone</source>
        <translation>{0} nicht angerührt</translation>
    </message>
    <message>
        <source>{0} moved</source>
        <translation>{0} verschoben</translation>
    </message>
    <message>
        <source>{0} read back</source>
        <translation>{0} zurückgelesen</translation>
    </message>
    <message>
        <source>{0} Where it ends is not clear, so what follows was not read.</source>
        <translation>{0} Wo es endet, ist unklar, daher wurde nicht gelesen, was folgt.</translation>
    </message>
    <message>
        <source>{0} answered with a page, not with a PDF.</source>
        <translation>{0} hat mit einer Seite geantwortet, nicht mit einem PDF.</translation>
    </message>
    <message>
        <source>{0} cannot be copied: {1}.</source>
        <translation>{0} kann nicht kopiert werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be kept in {1}: {2}.</source>
        <translation>{0} lässt sich nicht in {1} ablegen: {2}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened.</source>
        <translation>{0} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{0} cannot be reached.</source>
        <translation>{0} ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be unpacked: {1}.</source>
        <translation>{0} kann nicht ausgepackt werden: {1}.</translation>
    </message>
    <message>
        <source>{0} could not give the file ({1}).</source>
        <translation>{0} konnte die Datei nicht herausgeben ({1}).</translation>
    </message>
    <message>
        <source>{0} defines entities of its own, which are not expanded here.</source>
        <translation>{0} definiert eigene Entitäten, die hier nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>{0} does not answer.</source>
        <translation>{0} antwortet nicht.</translation>
    </message>
    <message>
        <source>{0} does not give this file to everybody.</source>
        <translation>{0} gibt diese Datei nicht jedem.</translation>
    </message>
    <message>
        <source>{0} has a document type, which no citation style needs, and is not used.</source>
        <translation>{0} hat einen Dokumenttyp, den kein Zitierstil braucht, und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>{0} has more than {1} files.</source>
        <translation>{0} hat mehr als {1} Dateien.</translation>
    </message>
    <message>
        <source>{0} has no files to read.</source>
        <translation>In {0} gibt es keine Dateien zu lesen.</translation>
    </message>
    <message>
        <source>{0} has no such file any more.</source>
        <translation>{0} hat diese Datei nicht mehr.</translation>
    </message>
    <message>
        <source>{0} holds more than {1} files.</source>
        <translation>{0} enthält mehr als {1} Dateien.</translation>
    </message>
    <message>
        <source>{0} holds no papers but the answer that something failed: {1}.</source>
        <translation>{0} enthält keine Artikel, sondern die Antwort, dass etwas fehlgeschlagen ist: {1}.</translation>
    </message>
    <message>
        <source>{0} is a damaged archive.</source>
        <translation>{0} ist ein beschädigtes Archiv.</translation>
    </message>
    <message>
        <source>{0} is a database that a program has open.</source>
        <translation>{0} ist eine Datenbank, die ein Programm geöffnet hat.</translation>
    </message>
    <message>
        <source>{0} is a library of Zotero 4 or earlier.</source>
        <translation>{0} ist eine Bibliothek von Zotero 4 oder früher.</translation>
    </message>
    <message>
        <source>{0} is a link to another folder.</source>
        <translation>{0} ist eine Verknüpfung zu einem anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} is an SQLite database, but none of Zotero.</source>
        <translation>{0} ist eine SQLite-Datenbank, aber keine von Zotero.</translation>
    </message>
    <message>
        <source>{0} is asked too often just now.</source>
        <translation>{0} wird gerade zu oft gefragt.</translation>
    </message>
    <message>
        <source>{0} is being written all the time.</source>
        <translation>{0} wird ständig beschrieben.</translation>
    </message>
    <message>
        <source>{0} is being written by another program.</source>
        <translation>{0} wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>{0} is cited as {1} already.</source>
        <translation>{0} wird schon als {1} zitiert.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}).</source>
        <translation>{0} ist beschädigt ({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged, or no PDF.</source>
        <translation>{0} ist beschädigt oder keine PDF-Datei.</translation>
    </message>
    <message>
        <source>{0} is damaged: reading it failed.</source>
        <translation>{0} ist beschädigt: Das Lesen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{0} is damaged; no copy could be written.</source>
        <translation>{0} ist beschädigt; es konnte keine Kopie geschrieben werden.</translation>
    </message>
    <message>
        <source>{0} is encrypted in a way this program does not know.</source>
        <translation>{0} ist auf eine Weise verschlüsselt, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>{0} is encrypted.</source>
        <translation>{0} ist verschlüsselt.</translation>
    </message>
    <message>
        <source>{0} is in your own network, and was not asked.</source>
        <translation>{0} liegt im eigenen Netz und wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB, so it is no citation style.</source>
        <translation>{0} ist größer als {1} MB und also kein Zitierstil.</translation>
    </message>
    <message>
        <source>{0} is nested too deeply, or has too many parts.</source>
        <translation>{0} ist zu tief verschachtelt oder hat zu viele Teile.</translation>
    </message>
    <message>
        <source>{0} is no JSON of Better BibTeX.</source>
        <translation>{0} ist kein JSON von Better BibTeX.</translation>
    </message>
    <message>
        <source>{0} is no Markdown of Readwise.</source>
        <translation>{0} ist kein Markdown von Readwise.</translation>
    </message>
    <message>
        <source>{0} is no PDF.</source>
        <translation>{0} ist keine PDF-Datei.</translation>
    </message>
    <message>
        <source>{0} is no RDF of Zotero.</source>
        <translation>{0} ist kein RDF von Zotero.</translation>
    </message>
    <message>
        <source>{0} is no citation style: it is XML of another kind.</source>
        <translation>{0} ist kein Zitierstil, sondern XML anderer Art.</translation>
    </message>
    <message>
        <source>{0} is no citation style: {1}.</source>
        <translation>{0} ist kein Zitierstil: {1}.</translation>
    </message>
    <message>
        <source>{0} is no file.</source>
        <translation>{0} ist keine Datei.</translation>
    </message>
    <message>
        <source>{0} is no picture that can be shown.</source>
        <translation>{0} ist kein Bild, das gezeigt werden kann.</translation>
    </message>
    <message>
        <source>{0} is no table of Readwise.</source>
        <translation>{0} ist keine Tabelle von Readwise.</translation>
    </message>
    <message>
        <source>{0} is no text in UTF-8.</source>
        <translation>{0} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0} is the identifier of {1}.</source>
        <translation>{0} ist die Kennung von {1}.</translation>
    </message>
    <message>
        <source>{0} keeps one waiting too long.</source>
        <translation>{0} lässt zu lange warten.</translation>
    </message>
    <message>
        <source>{0} leads to an address that is not secure.</source>
        <translation>{0} führt zu einer Adresse, die nicht sicher ist.</translation>
    </message>
    <message>
        <source>{0} needs more memory to read than there is.</source>
        <translation>{0} braucht zum Lesen mehr Speicher, als es gibt.</translation>
    </message>
    <message>
        <source>{0} takes too long to read; its text was left.</source>
        <translation>{0} zu lesen dauert zu lange; ihr Text wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{0} takes too long.</source>
        <translation>{0} braucht zu lange.</translation>
    </message>
    <message>
        <source>{0} unpacks to far more than it should.</source>
        <translation>{0} wird ausgepackt viel größer, als es sollte.</translation>
    </message>
    <message>
        <source>“{0}” is a feed to subscribe to, not a paper.</source>
        <translation>„{0}“ ist ein Feed zum Abonnieren, kein Artikel.</translation>
    </message>
    <message>
        <source>“{0}” is no address that can be opened.</source>
        <translation>„{0}“ ist keine Adresse, die geöffnet werden kann.</translation>
    </message>
    <message>
        <source>“{0}” is no identifier known here.</source>
        <translation>„{0}“ ist keine hier bekannte Kennung.</translation>
    </message>
    <message>
        <source>“{0}” is no year.</source>
        <translation>„{0}“ ist kein Jahr.</translation>
    </message>
    <message>
        <source>“{0}” is not right.</source>
        <translation>„{0}“ stimmt nicht.</translation>
    </message>
    <message>
        <source>“{0}” is only another name of the style {1}.</source>
        <translation>„{0}“ ist nur ein anderer Name des Stils {1}.</translation>
    </message>
    <message>
        <source>“{0}” names no paper.</source>
        <translation>„{0}“ benennt keinen Artikel.</translation>
    </message>
    <message>
        <source>“{0}” would search for itself.</source>
        <translation>„{0}“ würde nach sich selbst suchen.</translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation>{0} hinzugefügt</translation>
    </message>
    <message>
        <source>{0} already here</source>
        <translation>{0} schon hier</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}.</source>
        <translation>{0} kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read any further: {1}.</source>
        <translation>{0} kann nicht weiter gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read as JSON. {1}</source>
        <translation>{0} kann nicht als JSON gelesen werden. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} completed</source>
        <translation>{0} ergänzt</translation>
    </message>
    <message>
        <source>, which “{0}” names</source>
        <translation>, die „{0}“ nennt</translation>
    </message>
    <message>
        <source>A DOI begins with 10. and has a slash in it, such as 10.1000/182.</source>
        <translation>Eine DOI beginnt mit 10. und enthält einen Schrägstrich, etwa 10.1000/182.</translation>
    </message>
    <message>
        <source>A Hugging Face identifier is that of arXiv, such as 1705.08741.</source>
        <translation>Eine Hugging-Face-Kennung ist die von arXiv, etwa 1705.08741.</translation>
    </message>
    <message>
        <source>A PMCID is PMC and a number, such as PMC3531190.</source>
        <translation>Eine PMCID besteht aus PMC und einer Zahl, etwa PMC3531190.</translation>
    </message>
    <message>
        <source>A PMID is a number of up to nine digits.</source>
        <translation>Eine PMID ist eine Zahl mit bis zu neun Ziffern.</translation>
    </message>
    <message>
        <source>A citation key can have {0} characters.</source>
        <translation>Ein Zitierschlüssel kann {0} Zeichen haben.</translation>
    </message>
    <message>
        <source>A citation key cannot have {0} in it.</source>
        <translation>Ein Zitierschlüssel darf {0} nicht enthalten.</translation>
    </message>
    <message>
        <source>Colour the meaning {0} blue</source>
        <translation>Bedeutung {0} blau färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} green</source>
        <translation>Bedeutung {0} grün färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} grey</source>
        <translation>Bedeutung {0} grau färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} orange</source>
        <translation>Bedeutung {0} orange färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} pink</source>
        <translation>Bedeutung {0} rosa färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} purple</source>
        <translation>Bedeutung {0} violett färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} red</source>
        <translation>Bedeutung {0} rot färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} teal</source>
        <translation>Bedeutung {0} petrol färben</translation>
    </message>
    <message>
        <source>Colour the meaning {0} yellow</source>
        <translation>Bedeutung {0} gelb färben</translation>
    </message>
    <message>
        <source>Move the saved search {0}</source>
        <translation>Gespeicherte Suche {0} verschieben</translation>
    </message>
    <message>
        <source>Move the tag {0} below {1}</source>
        <translation>Schlagwort {0} unter {1} verschieben</translation>
    </message>
    <message>
        <source>Move the tag {0} to the top</source>
        <translation>Schlagwort {0} nach ganz oben verschieben</translation>
    </message>
    <message>
        <source>Move {0} from the tag {1} to {2}</source>
        <translation>{0} vom Schlagwort {1} nach {2} verschieben</translation>
    </message>
    <message>
        <source>Move {0} in {1}</source>
        <translation>{0} in {1} verschieben</translation>
    </message>
    <message>
        <source>Move {0} to the end of {1}</source>
        <translation>{0} ans Ende von {1} setzen</translation>
    </message>
    <message>
        <source>Move {0} to the top of {1}</source>
        <translation>{0} an den Anfang von {1} setzen</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF-Datei</translation>
    </message>
    <message>
        <source>PDF file of {0}</source>
        <translation>PDF-Datei von {0}</translation>
    </message>
    <message>
        <source>up next</source>
        <translation>„Als Nächstes“</translation>
    </message>
    <message>
        <source>up next of {0}</source>
        <translation>„Als Nächstes“ von {0}</translation>
    </message>
    <message>
        <source>{0} written</source>
        <translation>{0} geschrieben</translation>
    </message>
    <message>
        <source>{0} ends in the middle of its compressed data.</source>
        <translation>{0} endet mitten in seinen komprimierten Daten.</translation>
    </message>
    <message>
        <source>{0} has {1} lines: too many for a list of papers.</source>
        <translation>{0} hat {1} Zeilen: zu viele für eine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>{0} is a folder, not a library.</source>
        <translation>{0} ist ein Ordner, keine Bibliothek.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is longer than {1} MB of HTML.</source>
        <translation>{0} ist länger als {1} MB HTML.</translation>
    </message>
    <message>
        <source>{0} is longer than {1} MB of text.</source>
        <translation>{0} ist länger als {1} MB Text.</translation>
    </message>
    <message>
        <source>{0} is no JSON of this program.</source>
        <translation>{0} ist kein JSON dieses Programms.</translation>
    </message>
    <message>
        <source>{0} is no list of papers.</source>
        <translation>{0} ist keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>{0} is not a library of readerapp.</source>
        <translation>{0} ist keine Bibliothek von readerapp.</translation>
    </message>
    <message>
        <source>{0} is not a library.</source>
        <translation>{0} ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>{0} is not what it was when its import was interrupted.</source>
        <translation>{0} ist nicht mehr, was es war, als der Import unterbrochen wurde.</translation>
    </message>
    <message>
        <source>{0} is the library itself.</source>
        <translation>{0} ist die Bibliothek selbst.</translation>
    </message>
    <message>
        <source>{0} is {1}, not a file.</source>
        <translation>{0} ist {1}, keine Datei.</translation>
    </message>
    <message>
        <source>{0} may not be read.</source>
        <translation>{0} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} needs more memory to decompress than there is.</source>
        <translation>{0} braucht zum Entpacken mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>{0} of the counts in {1} are wrong.</source>
        <translation>{0} der Zahlen in {1} sind falsch.</translation>
    </message>
    <message>
        <source>{0} of {1} steps</source>
        <translation>{0} von {1} Schritten</translation>
    </message>
    <message>
        <source>{0} papers</source>
        <translation>{0} Artikel</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>{0} übersprungen</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of readerapp (format {1}, this one reads {2}).</source>
        <translation>{0} wurde von einer neueren Version von readerapp geschrieben (Format {1}, diese liest {2}).</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of readerapp.</source>
        <translation>{0} wurde von einer neueren Version von readerapp geschrieben.</translation>
    </message>
    <message>
        <source>{0}: knows {1}</source>
        <translation>{0}: kennt {1}</translation>
    </message>
    <message>
        <source>{0}: takes something like {1}</source>
        <translation>{0}: nimmt etwas wie {1}</translation>
    </message>
    <message>
        <source>{0}: “{1}”.</source>
        <translation>{0}: „{1}“.</translation>
    </message>
    <message>
        <source>“OR” needs something on both sides: searched as a word.</source>
        <translation>„OR“ braucht etwas auf beiden Seiten: als Wort gesucht.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are one tag.</source>
        <translation>„{0}“ und „{1}“ sind ein Schlagwort.</translation>
    </message>
    <message>
        <source>“{0}” is another name of the tag {1}.</source>
        <translation>„{0}“ ist ein anderer Name des Schlagworts {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no date.</source>
        <translation>„{0}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“{0}” is the name of the tag itself.</source>
        <translation>„{0}“ ist der Name des Schlagworts selbst.</translation>
    </message>
    <message>
        <source>“{0}” is the tag itself.</source>
        <translation>„{0}“ ist das Schlagwort selbst.</translation>
    </message>
    <message>
        <source>“{0}” waits for a value, such as {1}.</source>
        <translation>„{0}“ wartet auf einen Wert, etwa {1}.</translation>
    </message>
    <message>
        <source>“{0}” was searched as words; {1}.</source>
        <translation>„{0}“ wurde als Wörter gesucht; {1}.</translation>
    </message>
</context>
<context>
    <name>SaveSearchPopup</name>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>Speichern (Enter)</translation>
    </message>
    <message>
        <source>Icon: {}</source>
        <translation>Symbol: {}</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>There is no saved search “{}”.</source>
        <translation>Es gibt keine gespeicherte Suche „{}“.</translation>
    </message>
    <message>
        <source>Change the query, then choose Update at the end of the search field.</source>
        <translation>Ändern Sie die Suche und wählen Sie dann „Aktualisieren“ am Ende des Suchfelds.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Edit the query</source>
        <translation>Suche bearbeiten</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete the saved search</source>
        <translation>Gespeicherte Suche löschen</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>words of the title</source>
        <translation>Wörter des Titels</translation>
    </message>
    <message>
        <source>names of authors</source>
        <translation>Namen von Autoren</translation>
    </message>
    <message>
        <source>words of the abstract</source>
        <translation>Wörter des Abstracts</translation>
    </message>
    <message>
        <source>words of your note</source>
        <translation>Wörter Ihrer Notiz</translation>
    </message>
    <message>
        <source>words of the PDFs you attached</source>
        <translation>Wörter der angehängten PDFs</translation>
    </message>
    <message>
        <source>conference or journal</source>
        <translation>Konferenz oder Zeitschrift</translation>
    </message>
    <message>
        <source>keywords that came with the paper</source>
        <translation>Stichwörter, die mit dem Artikel kamen</translation>
    </message>
    <message>
        <source>a tag and all tags under it</source>
        <translation>ein Schlagwort und alle darunter</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>in up next</source>
        <translation>in „Als Nächstes“</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lese ich</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>trashed</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>what a paper has</source>
        <translation>was ein Artikel hat</translation>
    </message>
    <message>
        <source>a note of yours</source>
        <translation>eine Notiz von Ihnen</translation>
    </message>
    <message>
        <source>an open task in your note</source>
        <translation>eine offene Aufgabe in Ihrer Notiz</translation>
    </message>
    <message>
        <source>a highlight</source>
        <translation>eine Markierung</translation>
    </message>
    <message>
        <source>a link to code</source>
        <translation>einen Link zu Code</translation>
    </message>
    <message>
        <source>a link to its PDF, or the file</source>
        <translation>einen Link zum PDF oder die Datei</translation>
    </message>
    <message>
        <source>a DOI</source>
        <translation>eine DOI</translation>
    </message>
    <message>
        <source>an abstract</source>
        <translation>einen Abstract</translation>
    </message>
    <message>
        <source>your takeaway</source>
        <translation>Ihr Fazit</translation>
    </message>
    <message>
        <source>year, or years from..to</source>
        <translation>Jahr, oder Jahre von..bis</translation>
    </message>
    <message>
        <source>your rating, 1 to 5</source>
        <translation>Ihre Bewertung, 1 bis 5</translation>
    </message>
    <message>
        <source>when it came into the library: the last days (7d, 2w, 3m, 1y), or a date</source>
        <translation>wann er in die Bibliothek kam: die letzten Tage (7d, 2w, 3m, 1y) oder ein Datum</translation>
    </message>
    <message>
        <source>when you last changed it</source>
        <translation>wann Sie ihn zuletzt geändert haben</translation>
    </message>
    <message>
        <source>when it was published</source>
        <translation>wann er veröffentlicht wurde</translation>
    </message>
    <message>
        <source>when you finished it</source>
        <translation>wann Sie ihn zu Ende gelesen haben</translation>
    </message>
    <message>
        <source>its DOI</source>
        <translation>seine DOI</translation>
    </message>
    <message>
        <source>its arXiv id</source>
        <translation>seine arXiv-Kennung</translation>
    </message>
    <message>
        <source>where it came from</source>
        <translation>woher er kam</translation>
    </message>
    <message>
        <source>its number here, or any of its identifiers, or its citation key</source>
        <translation>seine Nummer hier, eine seiner Kennungen oder sein Zitierschlüssel</translation>
    </message>
    <message>
        <source>what a saved search of yours finds</source>
        <translation>was eine Ihrer gespeicherten Suchen findet</translation>
    </message>
    <message>
        <source>order of the list; a minus before the word reverses it</source>
        <translation>Reihenfolge der Liste; ein Minus vor dem Wort kehrt sie um</translation>
    </message>
    <message>
        <source>last added first</source>
        <translation>zuletzt hinzugefügt zuerst</translation>
    </message>
    <message>
        <source>last changed first</source>
        <translation>zuletzt geändert zuerst</translation>
    </message>
    <message>
        <source>last published first</source>
        <translation>zuletzt veröffentlicht zuerst</translation>
    </message>
    <message>
        <source>by title, A to Z</source>
        <translation>nach Titel, A bis Z</translation>
    </message>
    <message>
        <source>by first author, A to Z</source>
        <translation>nach erstem Autor, A bis Z</translation>
    </message>
    <message>
        <source>by venue, A to Z</source>
        <translation>nach „Erschienen in“, A bis Z</translation>
    </message>
    <message>
        <source>latest year first</source>
        <translation>spätestes Jahr zuerst</translation>
    </message>
    <message>
        <source>highest rating first</source>
        <translation>höchste Bewertung zuerst</translation>
    </message>
    <message>
        <source>last read first</source>
        <translation>zuletzt gelesen zuerst</translation>
    </message>
    <message>
        <source>as in up next</source>
        <translation>wie in „Als Nächstes“</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>beste Treffer zuerst</translation>
    </message>
    <message>
        <source>by how close it is to what you starred and rated, closest first</source>
        <translation>danach, wie nah er dem ist, was Sie mit Stern und Bewertung versehen haben, nächste zuerst</translation>
    </message>
    <message>
        <source>last moved to the trash first</source>
        <translation>zuletzt in den Papierkorb gelegt zuerst</translation>
    </message>
    <message>
        <source>all of these words, anywhere in a paper or in what you wrote about it</source>
        <translation>alle diese Wörter, irgendwo im Artikel oder in dem, was Sie über ihn geschrieben haben</translation>
    </message>
    <message>
        <source>these words one after the other</source>
        <translation>diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>papers without it; a minus goes before anything, also before a field or a group</source>
        <translation>Artikel ohne das; ein Minus geht vor allem, auch vor einem Feld oder einer Gruppe</translation>
    </message>
    <message>
        <source>either; each side of OR is taken whole</source>
        <translation>eines von beiden; jede Seite von OR gilt als Ganzes</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>eine Gruppe</translation>
    </message>
    <message>
        <source>every word that begins so, as the last word does while you type</source>
        <translation>jedes Wort, das so beginnt, wie das letzte Wort beim Tippen</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source> (also {})</source>
        <translation> (auch {})</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Findet</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>abstract with {}</source>
        <translation>Abstract mit {}</translation>
    </message>
    <message>
        <source>abstract without {}</source>
        <translation>Abstract ohne {}</translation>
    </message>
    <message>
        <source>added {}</source>
        <translation>hinzugefügt {}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>irgendwann</translation>
    </message>
    <message>
        <source>by {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>changed {}</source>
        <translation>geändert {}</translation>
    </message>
    <message>
        <source>finished {}</source>
        <translation>gelesen {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>aus {}</translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation>von {} bis {}</translation>
    </message>
    <message>
        <source>in the saved search {}</source>
        <translation>in der gespeicherten Suche {}</translation>
    </message>
    <message>
        <source>in {month} {year}</source>
        <translation>im {month} {year}</translation>
    </message>
    <message>
        <source>in {year}</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>keyword with {}</source>
        <translation>Stichwort mit {}</translation>
    </message>
    <message>
        <source>keyword without {}</source>
        <translation>Stichwort ohne {}</translation>
    </message>
    <message>
        <source>not ({})</source>
        <translation>nicht ({})</translation>
    </message>
    <message>
        <source>not {}</source>
        <translation>nicht {}</translation>
    </message>
    <message>
        <source>note with {}</source>
        <translation>Notiz mit {}</translation>
    </message>
    <message>
        <source>note without {}</source>
        <translation>Notiz ohne {}</translation>
    </message>
    <message>
        <source>on {}</source>
        <translation>am {}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>paper {}</source>
        <translation>Artikel {}</translation>
    </message>
    <message>
        <source>pdf with {}</source>
        <translation>PDF mit {}</translation>
    </message>
    <message>
        <source>pdf without {}</source>
        <translation>PDF ohne {}</translation>
    </message>
    <message>
        <source>published {}</source>
        <translation>veröffentlicht {}</translation>
    </message>
    <message>
        <source>rated {}</source>
        <translation>mit {} bewertet</translation>
    </message>
    <message>
        <source>rated {} or less</source>
        <translation>mit {} oder weniger bewertet</translation>
    </message>
    <message>
        <source>rated {} or more</source>
        <translation>mit {} oder mehr bewertet</translation>
    </message>
    <message>
        <source>rated {} to {}</source>
        <translation>mit {} bis {} bewertet</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>seit {}</translation>
    </message>
    <message>
        <source>tagged exactly {}</source>
        <translation>genau mit Schlagwort {}</translation>
    </message>
    <message>
        <source>tagged {} or below</source>
        <translation>mit Schlagwort {} oder darunter</translation>
    </message>
    <message>
        <source>title with {}</source>
        <translation>Titel mit {}</translation>
    </message>
    <message>
        <source>title without {}</source>
        <translation>Titel ohne {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>bis {}</translation>
    </message>
    <message>
        <source>venue with {}</source>
        <translation>„Erschienen in“ mit {}</translation>
    </message>
    <message>
        <source>venue without {}</source>
        <translation>„Erschienen in“ ohne {}</translation>
    </message>
    <message>
        <source>with a DOI</source>
        <translation>mit DOI</translation>
    </message>
    <message>
        <source>with a PDF</source>
        <translation>mit PDF</translation>
    </message>
    <message>
        <source>with a highlight</source>
        <translation>mit Markierung</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>with a takeaway</source>
        <translation>mit Fazit</translation>
    </message>
    <message>
        <source>with an abstract</source>
        <translation>mit Abstract</translation>
    </message>
    <message>
        <source>with an open task</source>
        <translation>mit einer offenen Aufgabe</translation>
    </message>
    <message>
        <source>with code</source>
        <translation>mit Code</translation>
    </message>
    <message>
        <source>with tags</source>
        <translation>mit Schlagwörtern</translation>
    </message>
    <message>
        <source>with {}</source>
        <translation>mit {}</translation>
    </message>
    <message>
        <source>without a DOI</source>
        <translation>ohne DOI</translation>
    </message>
    <message>
        <source>without a PDF</source>
        <translation>ohne PDF</translation>
    </message>
    <message>
        <source>without a highlight</source>
        <translation>ohne Markierung</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>ohne Notiz</translation>
    </message>
    <message>
        <source>without a takeaway</source>
        <translation>ohne Fazit</translation>
    </message>
    <message>
        <source>without an abstract</source>
        <translation>ohne Abstract</translation>
    </message>
    <message>
        <source>without an open task</source>
        <translation>ohne offene Aufgabe</translation>
    </message>
    <message>
        <source>without code</source>
        <translation>ohne Code</translation>
    </message>
    <message>
        <source>without tags</source>
        <translation>ohne Schlagwörter</translation>
    </message>
    <message>
        <source>without {}</source>
        <translation>ohne {}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{} or before</source>
        <translation>{} oder früher</translation>
    </message>
    <message>
        <source>{} or later</source>
        <translation>{} oder später</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>{}, reversed</source>
        <translation>{}, umgekehrt</translation>
    </message>
    <message>
        <source>papers without a tag</source>
        <translation>Artikel ohne Schlagwort</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, abstracts, notes…  /</source>
        <translation>Titel, Abstracts, Notizen durchsuchen …  /</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Suche leeren (Esc)</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Wie man sucht</translation>
    </message>
    <message>
        <source>Update {}</source>
        <translation>{} aktualisieren</translation>
    </message>
    <message>
        <source>Let “{}” search for this from now on</source>
        <translation>„{}“ von nun an danach suchen lassen</translation>
    </message>
    <message>
        <source>Save as a new search</source>
        <translation>Als neue Suche speichern</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} von {total}</translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation>{} ms</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation>Wie man sucht</translation>
    </message>
    <message>
        <source>Filter by word or meaning</source>
        <translation>Nach Wort oder Bedeutung filtern</translation>
    </message>
    <message>
        <source>What can be written, and what it finds</source>
        <translation>Was man schreiben kann und was es findet</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>Nichts hier hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Highlight the selection</source>
        <translation>Auswahl markieren</translation>
    </message>
    <message>
        <source>Highlight as {}</source>
        <translation>Markieren als {}</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>Shift+H, {}</source>
        <translation>Umschalt+H, {}</translation>
    </message>
    <message>
        <source>Another meaning (Shift+H)</source>
        <translation>Andere Bedeutung (Umschalt+H)</translation>
    </message>
    <message>
        <source>Mark this passage (H)</source>
        <translation>Diese Stelle markieren (H)</translation>
    </message>
    <message>
        <source>Mark this passage</source>
        <translation>Diese Stelle markieren</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Reading session</source>
        <translation>Lesesitzung</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>One line to keep of this paper</source>
        <translation>Eine Zeile, die von diesem Artikel bleibt</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>Finish the paper, with a line to keep of it</source>
        <translation>Den Artikel fertig lesen, mit einer Zeile, die von ihm bleibt</translation>
    </message>
    <message>
        <source>Leave the paper as it is and go to the next one</source>
        <translation>Den Artikel lassen, wie er ist, und zum nächsten gehen</translation>
    </message>
    <message>
        <source>Go to the paper before</source>
        <translation>Zum Artikel davor gehen</translation>
    </message>
    <message>
        <source>End the session and see what came of it</source>
        <translation>Die Sitzung beenden und sehen, was herauskam</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min left</source>
        <translation>
            <numerusform>noch %Ln min</numerusform>
            <numerusform>noch %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>Go on as long as you like.</source>
        <translation>Machen Sie weiter, solange Sie möchten.</translation>
    </message>
    <message>
        <source>Paper {} of {}</source>
        <translation>Artikel {} von {}</translation>
    </message>
</context>
<context>
    <name>SessionStart</name>
    <message>
        <source>Reading session</source>
        <translation>Lesesitzung</translation>
    </message>
    <message>
        <source>I have</source>
        <translation>Ich habe</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SessionSummary</name>
    <message>
        <source>What came of the session</source>
        <translation>Was bei der Sitzung herauskam</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Weniger als eine Minute</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers finished</source>
        <translation>
            <numerusform>%Ln Artikel fertig gelesen</numerusform>
            <numerusform>%Ln Artikel fertig gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing finished</source>
        <translation>nichts fertig gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln verworfen</numerusform>
            <numerusform>%Ln verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged</source>
        <translation>
            <numerusform>%Ln verschlagwortet</numerusform>
            <numerusform>%Ln verschlagwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes written</source>
        <translation>
            <numerusform>%Ln Notiz geschrieben</numerusform>
            <numerusform>%Ln Notizen geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Danach: {}</translation>
    </message>
    <message>
        <source>Nothing is left of what it went through.</source>
        <translation>Von dem, was sie durchging, ist nichts übrig.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Nothing is up next, and no paper of this list is unread.</source>
        <translation>Nichts steht als Nächstes an, und kein Artikel dieser Liste ist ungelesen.</translation>
    </message>
    <message numerus="yes">
        <source>It goes through “{}” in its order: %Ln papers.</source>
        <translation>
            <numerusform>Sie geht „{}“ in dessen Reihenfolge durch: %Ln Artikel.</numerusform>
            <numerusform>Sie geht „{}“ in dessen Reihenfolge durch: %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It goes through up next in its order: %Ln papers.</source>
        <translation>
            <numerusform>Sie geht „Als Nächstes“ in dessen Reihenfolge durch: %Ln Artikel.</numerusform>
            <numerusform>Sie geht „Als Nächstes“ in dessen Reihenfolge durch: %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is up next, so it goes through what is unread in “{}”: %Ln papers.</source>
        <translation>
            <numerusform>Nichts steht als Nächstes an, daher geht sie durch, was in „{}“ ungelesen ist: %Ln Artikel.</numerusform>
            <numerusform>Nichts steht als Nächstes an, daher geht sie durch, was in „{}“ ungelesen ist: %Ln Artikel.</numerusform>
        </translation>
    </message>
    <message>
        <source>A reading session shows its papers alone. Esc ends it.</source>
        <translation>Eine Lesesitzung zeigt nur ihre Artikel. Esc beendet sie.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark, or as the system has it, at once when that changes.</source>
        <translation>Hell oder dunkel, oder wie das System es hat, sofort, wenn sich das ändert.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Density of the list</source>
        <translation>Dichte der Liste</translation>
    </message>
    <message>
        <source>Compact shows more papers at once, with one line for each title; a table has one line for each paper.</source>
        <translation>„Kompakt“ zeigt mehr Artikel auf einmal, mit einer Zeile für jeden Titel; eine Tabelle hat eine Zeile für jeden Artikel.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Numbers of tags</source>
        <translation>Zahlen der Schlagwörter</translation>
    </message>
    <message>
        <source>The numbers beside the tags in the sidebar count all their papers, or those that are unread.</source>
        <translation>Die Zahlen neben den Schlagwörtern in der Seitenleiste zählen alle Artikel oder die ungelesenen.</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Unread papers</source>
        <translation>Ungelesene Artikel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What the window is written in, with its numbers and dates.</source>
        <translation>Worin das Fenster geschrieben ist, mit Zahlen und Daten.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Face of the abstract</source>
        <translation>Schrift des Abstracts</translation>
    </message>
    <message>
        <source>Serif letters suit long reading; sans-serif ones are those of the rest of the window.</source>
        <translation>Buchstaben mit Serifen eignen sich für langes Lesen; die ohne sind die des übrigen Fensters.</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Sans-serif</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>Size of the abstract</source>
        <translation>Größe des Abstracts</translation>
    </message>
    <message>
        <source>How large the letters of the abstract are.</source>
        <translation>Wie groß die Buchstaben des Abstracts sind.</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>A paper counts as reading</source>
        <translation>Ein Artikel gilt als „Lese ich“</translation>
    </message>
    <message>
        <source>Only an unread paper becomes one you are reading. Each change can be undone.</source>
        <translation>Nur ein ungelesener Artikel wird zu einem, den Sie lesen. Jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>Wenn ich es sage</translation>
    </message>
    <message>
        <source>When I open it</source>
        <translation>Wenn ich ihn öffne</translation>
    </message>
    <message>
        <source>After a while before me</source>
        <translation>Nach einer Weile vor mir</translation>
    </message>
    <message>
        <source>Reading after</source>
        <translation>„Lese ich“ nach</translation>
    </message>
    <message>
        <source>How long a paper must be before you, while the window is in use.</source>
        <translation>Wie lange ein Artikel vor Ihnen sein muss, während das Fenster benutzt wird.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>A paper counts as read</source>
        <translation>Ein Artikel gilt als gelesen</translation>
    </message>
    <message>
        <source>Only a paper you are reading becomes read. Each change can be undone.</source>
        <translation>Nur ein Artikel, den Sie lesen, wird zu einem gelesenen. Jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Read after</source>
        <translation>Gelesen nach</translation>
    </message>
    <message>
        <source>Search the text of PDFs too</source>
        <translation>Auch den Text von PDFs durchsuchen</translation>
    </message>
    <message>
        <source>Words typed in the search field are looked for in the text of attached PDFs as well. With pdf: before a word they always are.</source>
        <translation>Wörter im Suchfeld werden auch im Text angehängter PDFs gesucht. Mit pdf: vor einem Wort geschieht das immer.</translation>
    </message>
    <message>
        <source>Check the spelling of notes</source>
        <translation>Rechtschreibung in Notizen prüfen</translation>
    </message>
    <message>
        <source>Underlines words that the dictionaries of the system do not have, in English and the language of the window.</source>
        <translation>Unterstreicht Wörter, die die Wörterbücher des Systems nicht haben, auf Englisch und in der Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>Zitierstil</translation>
    </message>
    <message>
        <source>How papers are cited when you copy them. More styles are .csl files in the folder “styles” beside the settings.</source>
        <translation>Wie Artikel zitiert werden, wenn Sie sie kopieren. Weitere Stile sind .csl-Dateien im Ordner „styles“ neben den Einstellungen.</translation>
    </message>
    <message>
        <source>Language of citations</source>
        <translation>Sprache der Zitate</translation>
    </message>
    <message>
        <source>The language of words such as “and” and of the months.</source>
        <translation>Die Sprache von Wörtern wie „und“ und der Monate.</translation>
    </message>
    <message>
        <source>As the style has it</source>
        <translation>Wie der Stil es vorsieht</translation>
    </message>
    <message>
        <source>English (US)</source>
        <translation>English (US)</translation>
    </message>
    <message>
        <source>English (UK)</source>
        <translation>English (UK)</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Citation keys</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>What new citation keys are made of: [auth], [Auth], [authors], [Authors], [year], [shortyear], [word], [Word], [words], [Words], [venue]. A key that a paper has stays as it is.</source>
        <translation>Woraus neue Zitierschlüssel bestehen: [auth], [Auth], [authors], [Authors], [year], [shortyear], [word], [Word], [words], [Words], [venue]. Ein Schlüssel, den ein Artikel hat, bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>The file that is opened when readerapp starts and none is named. The library open now stays open.</source>
        <translation>Die Datei, die geöffnet wird, wenn readerapp startet und keine genannt ist. Die jetzt offene Bibliothek bleibt offen.</translation>
    </message>
    <message>
        <source>Folder for new PDFs</source>
        <translation>Ordner für neue PDFs</translation>
    </message>
    <message>
        <source>A PDF that is saved there becomes a paper, or is attached to the paper it is of. The file stays where it is.</source>
        <translation>Ein dort gespeichertes PDF wird ein Artikel oder an den Artikel angehängt, zu dem es gehört. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>Tage behalten</translation>
    </message>
    <message>
        <source>A backup is made on each day you use the library. Those of the last days are kept, so many.</source>
        <translation>An jedem Tag, an dem Sie die Bibliothek benutzen, wird gesichert. Die Sicherungen so vieler letzter Tage bleiben.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Weeks kept</source>
        <translation>Wochen behalten</translation>
    </message>
    <message>
        <source>Of the weeks before, one backup each is kept, so many.</source>
        <translation>Von so vielen Wochen davor bleibt je eine Sicherung.</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Letters are keys</source>
        <translation>Buchstaben sind Tasten</translation>
    </message>
    <message>
        <source>Turn this off where a screen reader or dictation uses letters itself: then only keys with Ctrl or Alt, and keys such as F1, act.</source>
        <translation>Schalten Sie dies ab, wo ein Bildschirmleser oder Diktat selbst Buchstaben verwendet: Dann wirken nur Tasten mit Strg oder Alt und Tasten wie F1.</translation>
    </message>
    <message>
        <source>Choose an action, then press a key for it.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie dann eine Taste dafür.</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Share as a page</source>
        <translation>Als Seite weitergeben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: {papers}, in the order of the list, in one file that every browser shows and prints.</source>
        <translation>{title}: {papers}, in der Reihenfolge der Liste, in einer Datei, die jeder Browser zeigt und druckt.</translation>
    </message>
    <message>
        <source>With abstracts</source>
        <translation>Mit Abstracts</translation>
    </message>
    <message>
        <source>With my tags, takeaways, notes and highlights</source>
        <translation>Mit meinen Tags, Fazits, Notizen und Markierungen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Reading activity</source>
        <translation>Leseaktivität</translation>
    </message>
</context>
<context>
    <name>SidebarMenus</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Quick tag key</source>
        <translation>Schnelltaste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Up next of this project</source>
        <translation>„Als Nächstes“ dieses Projekts</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Move to the top level</source>
        <translation>Auf die oberste Ebene verschieben</translation>
    </message>
    <message>
        <source>Note template…</source>
        <translation>Notizvorlage…</translation>
    </message>
    <message>
        <source>Merge, split, other names…</source>
        <translation>Zusammenführen, teilen, andere Namen …</translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>Count all papers</source>
        <translation>Alle Artikel zählen</translation>
    </message>
    <message>
        <source>Count unread papers</source>
        <translation>Ungelesene Artikel zählen</translation>
    </message>
    <message>
        <source>And this	Ctrl+click</source>
        <translation>Und dies	Strg+Klick</translation>
    </message>
    <message>
        <source>Or this	Shift+click</source>
        <translation>Oder dies	Umschalt+Klick</translation>
    </message>
    <message>
        <source>Not this	Alt+click</source>
        <translation>Nicht dies	Alt+Klick</translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation>Schlagwort umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Projects and tags</source>
        <translation>Projekte und Schlagwörter</translation>
    </message>
    <message>
        <source>No tags yet. Tag a paper.</source>
        <translation>Noch keine Schlagwörter.</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Numbers count unread papers. Click the word to count all.</source>
        <translation>Die Zahlen zählen ungelesene Artikel. Klicken Sie auf das Wort, um alle zu zählen.</translation>
    </message>
    <message>
        <source>Numbers count all papers. Click the word to count unread ones.</source>
        <translation>Die Zahlen zählen alle Artikel. Klicken Sie auf das Wort, um ungelesene zu zählen.</translation>
    </message>
    <message>
        <source>Drop a tag here to move it to the top level.</source>
        <translation>Ziehen Sie ein Schlagwort hierher, um es auf die oberste Ebene zu verschieben.</translation>
    </message>
    <message>
        <source>Also called {}</source>
        <translation>Heißt auch {}</translation>
    </message>
    <message>
        <source>Click to show. With Ctrl: and this. With Shift: or this. With Alt: not this.</source>
        <translation>Klicken zeigt es. Mit Strg: und dies. Mit Umschalt: oder dies. Mit Alt: nicht dies.</translation>
    </message>
    <message>
        <source>Drag it on another tag to move it below that one.</source>
        <translation>Ziehen Sie es auf ein anderes Schlagwort, um es darunter zu verschieben.</translation>
    </message>
    <message>
        <source>{what}, key {number}</source>
        <translation>{what}, Taste {number}</translation>
    </message>
    <message>
        <source>{name}: {papers}</source>
        <translation>{name}: {papers}</translation>
    </message>
    <message>
        <source>{name}: {papers}, {unread} unread</source>
        <translation>{name}: {papers}, {unread} ungelesen</translation>
    </message>
</context>
<context>
    <name>SidebarRow</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>SidebarView</name>
    <message>
        <source>Lists, tags and saved searches</source>
        <translation>Listen, Schlagwörter und gespeicherte Suchen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation>Statusleiste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>Dies zurücknehmen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up {}</source>
        <translation>Gesichert {}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel: {}</source>
        <translation>Abbrechen: {}</translation>
    </message>
</context>
<context>
    <name>StatusControl</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lese ich</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>No meaning</source>
        <translation>Keine Bedeutung</translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag {}</source>
        <translation>Schlagwort {}</translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation>Entf nimmt es weg</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tag, another, -away</source>
        <translation>Schlagwort, noch eines, -weg</translation>
    </message>
    <message>
        <source>Tags to add; a minus before a name removes it</source>
        <translation>Schlagwörter zum Hinzufügen; ein Minus vor dem Namen entfernt es</translation>
    </message>
    <message>
        <source>Suggested tags</source>
        <translation>Vorgeschlagene Schlagwörter</translation>
    </message>
    <message>
        <source>There is no tag “{}” here to remove.</source>
        <translation>Hier gibt es kein Schlagwort „{}“ zu entfernen.</translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>{name}: {papers}, {unread} unread</source>
        <translation>{name}: {papers}, {unread} ungelesen</translation>
    </message>
    <message>
        <source>key {}</source>
        <translation>Taste {}</translation>
    </message>
    <message>
        <source>also called {}</source>
        <translation>heißt auch {}</translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message numerus="yes">
        <source>Tag %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel verschlagworten</numerusform>
            <numerusform>%Ln Artikel verschlagworten</numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>TagsSheet</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>The tag, suggestions, keywords</source>
        <translation>Das Schlagwort, Vorschläge, Stichwörter</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Keywords that could be tags</source>
        <translation>Stichwörter, die Schlagwörter sein könnten</translation>
    </message>
    <message>
        <source>Enter or a click on the word does it; Delete puts it away for good. Undo brings it back.</source>
        <translation>Enter oder ein Klick auf das Wort tut es; Entf legt es endgültig weg. „Rückgängig“ bringt es zurück.</translation>
    </message>
    <message>
        <source>Words that came with papers. A tag is put on every paper that has the word.</source>
        <translation>Wörter, die mit Artikeln kamen. Ein Schlagwort bekommt jeder Artikel, der das Wort hat.</translation>
    </message>
    <message>
        <source>Nothing to tidy.</source>
        <translation>Nichts aufzuräumen.</translation>
    </message>
    <message>
        <source>No keywords on two papers or more that are no tag yet.</source>
        <translation>Keine Stichwörter an zwei oder mehr Artikeln, die noch kein Schlagwort sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>zusammenführen</translation>
    </message>
    <message>
        <source>split</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>No tag has this in its name.</source>
        <translation>Kein Schlagwort hat das im Namen.</translation>
    </message>
    <message>
        <source>No tags yet. Press T in the list to tag a paper.</source>
        <translation>Noch keine Schlagwörter. Drücken Sie in der Liste T, um einen Artikel zu verschlagworten.</translation>
    </message>
    <message>
        <source>On no paper</source>
        <translation>An keinem Artikel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>On one paper</source>
        <translation>An einem Artikel</translation>
    </message>
    <message>
        <source>Nearly the same name; {papers} and {into_papers} papers</source>
        <translation>Fast gleicher Name; {papers} und {into_papers} Artikel</translation>
    </message>
    <message>
        <source>Together on {both} of {papers} and {into_papers} papers</source>
        <translation>Zusammen an {both} von {papers} und {into_papers} Artikeln</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>Diese nicht</translation>
    </message>
    <message numerus="yes">
        <source>On %Ln papers</source>
        <translation>
            <numerusform>An %Ln Artikel</numerusform>
            <numerusform>An %Ln Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a tag</source>
        <translation>Schlagwort daraus machen</translation>
    </message>
</context>
<context>
    <name>TasksModel</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>TasksSheet</name>
    <message>
        <source>Tasks from notes</source>
        <translation>Aufgaben aus Notizen</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>Erledigtes zeigen</translation>
    </message>
    <message>
        <source>Tasks, by paper</source>
        <translation>Aufgaben, nach Artikel</translation>
    </message>
    <message>
        <source>Nothing is to be done. A line of a note that begins with - [ ] is a task, and will stand here.</source>
        <translation>Es ist nichts zu tun. Eine Zeile einer Notiz, die mit - [ ] beginnt, ist eine Aufgabe und wird hier stehen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>to the note</source>
        <translation>zur Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open tasks</source>
        <translation>
            <numerusform>%Ln offene Aufgabe</numerusform>
            <numerusform>%Ln offene Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {}</source>
        <translation>Die ersten {}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Reading list</source>
        <translation>Leseliste</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>Obere Leiste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Everything the program can do</source>
        <translation>Alles, was das Programm kann</translation>
    </message>
</context>
<context>
    <name>UpNext</name>
    <message numerus="yes">
        <source>you finish about %Ln a week</source>
        <translation>
            <numerusform>Sie lesen etwa %Ln je Woche</numerusform>
            <numerusform>Sie lesen etwa %Ln je Woche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you finish about %Ln a month</source>
        <translation>
            <numerusform>Sie lesen etwa %Ln je Monat</numerusform>
            <numerusform>Sie lesen etwa %Ln je Monat</numerusform>
        </translation>
    </message>
    <message>
        <source>{}; {}</source>
        <translation>{}; {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln eingereiht</numerusform>
            <numerusform>%Ln eingereiht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation>Leseliste</translation>
    </message>
    <message>
        <source>move</source>
        <translation>gehen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Up next in {}</source>
        <translation>„Als Nächstes“ in {}</translation>
    </message>
    <message>
        <source>A similar paper. Alt+Left goes back.</source>
        <translation>Ein ähnlicher Artikel. Alt+Links geht zurück.</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Alt+Left goes back.</source>
        <translation>Alt+Links geht zurück.</translation>
    </message>
    <message>
        <source>No unread paper follows in this list.</source>
        <translation>In dieser Liste folgt kein ungelesener Artikel.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>the starter library</source>
        <translation>die Starterbibliothek</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Diese Liste exportieren</translation>
    </message>
    <message>
        <source>Exported to {}</source>
        <translation>Exportiert nach {}</translation>
    </message>
    <message>
        <source>Backed up to {}</source>
        <translation>Gesichert nach {}</translation>
    </message>
    <message>
        <source>This paper has no such link.</source>
        <translation>Dieser Artikel hat keinen solchen Link.</translation>
    </message>
    <message>
        <source>Opened {} in the browser</source>
        <translation>{} im Browser geöffnet</translation>
    </message>
    <message>
        <source>A letter to {} was begun</source>
        <translation>Ein Brief an {} wurde begonnen</translation>
    </message>
    <message numerus="yes">
        <source>Copied the BibTeX of %Ln papers</source>
        <translation>
            <numerusform>BibTeX von %Ln Artikel kopiert</numerusform>
            <numerusform>BibTeX von %Ln Artikeln kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The letters of the abstract are {} pixels high</source>
        <translation>Die Schrift des Abstracts ist {} Pixel groß</translation>
    </message>
    <message>
        <source>{file} came in: {title}</source>
        <translation>{file} ist angekommen: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Copied the first {} of %Ln papers</source>
        <translation>
            <numerusform>Die ersten {} von %Ln Artikel kopiert</numerusform>
            <numerusform>Die ersten {} von %Ln Artikeln kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel kopiert</numerusform>
            <numerusform>%Ln Artikel kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The system has no dictionaries that can be used here.</source>
        <translation>Das System hat keine Wörterbücher, die hier verwendet werden können.</translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Add another name</source>
        <translation>Anderen Namen hinzufügen</translation>
    </message>
    <message>
        <source>Another name of the tag</source>
        <translation>Ein anderer Name des Schlagworts</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit …</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen …</translation>
    </message>
    <message>
        <source>No tags yet. Press T in the list to tag a paper.</source>
        <translation>Noch keine Schlagwörter. Drücken Sie in der Liste T, um einen Artikel zu verschlagworten.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>What is tagged or pasted with another name gets this tag.</source>
        <translation>Was mit einem anderen Namen verschlagwortet oder eingefügt wird, bekommt dieses Schlagwort.</translation>
    </message>
    <message>
        <source>Delete the tag and those below it (Delete)</source>
        <translation>Das Schlagwort und die darunter löschen (Entf)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln ungelesen</numerusform>
            <numerusform>%Ln ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags below</source>
        <translation>
            <numerusform>%Ln Schlagwort darunter</numerusform>
            <numerusform>%Ln Schlagwörter darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message numerus="yes">
        <source>Delete: %Ln papers lose it</source>
        <translation>
            <numerusform>Löschen: %Ln Artikel verliert es</numerusform>
            <numerusform>Löschen: %Ln Artikel verlieren es</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>As the tag above</source>
        <translation>Wie das Schlagwort darüber</translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>_Cap</name>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>Take {} away</source>
        <translation>{} wegnehmen</translation>
    </message>
</context>
<context>
    <name>_CellDelegate</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Completions</name>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>gespeicherte Suche</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>kürzlich</translation>
    </message>
</context>
<context>
    <name>_Highlights</name>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>page {}</source>
        <translation>Seite {}</translation>
    </message>
    <message>
        <source>Lost: not in the abstract as it is now</source>
        <translation>Verloren: nicht im jetzigen Abstract</translation>
    </message>
</context>
<context>
    <name>_KeyRow</name>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Similar papers</source>
        <translation>Ähnliche Artikel</translation>
    </message>
</context>
<context>
    <name>_MergePage</name>
    <message>
        <source>Type the tag that stays</source>
        <translation>Bleibendes Schlagwort eingeben</translation>
    </message>
    <message>
        <source>The tag that stays</source>
        <translation>Das Schlagwort, das bleibt</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Merge {} into</source>
        <translation>{} zusammenführen mit</translation>
    </message>
    <message>
        <source>Keep “{}” as another name</source>
        <translation>„{}“ als anderen Namen behalten</translation>
    </message>
    <message>
        <source>{name} has {papers}, {into} has {into_papers} papers; {both} have both.</source>
        <translation>{name} hat {papers}, {into} hat {into_papers} Artikel; {both} haben beide.</translation>
    </message>
    <message numerus="yes">
        <source>Together they are %Ln.</source>
        <translation>
            <numerusform>Zusammen ist es %Ln.</numerusform>
            <numerusform>Zusammen sind es %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags below it move along.</source>
        <translation>
            <numerusform>%Ln Schlagwort darunter zieht mit um.</numerusform>
            <numerusform>%Ln Schlagwörter darunter ziehen mit um.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no tag “{}”. Rename gives this one another name.</source>
        <translation>Es gibt kein Schlagwort „{}“. „Umbenennen“ gibt diesem einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The page as it will be</source>
        <translation>Die Seite, wie sie sein wird</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keep it current no longer; the file stays as it is</source>
        <translation>Nicht mehr aktuell halten; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Keep {} current no longer</source>
        <translation>{} nicht mehr aktuell halten</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>clashes</source>
        <translation>stößt zusammen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>, clashes</source>
        <translation>, stößt zusammen</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, geändert</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>gespeicherte Suche</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>because: {}</source>
        <translation>weil: {}</translation>
    </message>
</context>
<context>
    <name>_SplitPage</name>
    <message>
        <source>Name of the other tag</source>
        <translation>Name des anderen Schlagworts</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>Papers that a search finds</source>
        <translation>Artikel, die eine Suche findet</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected papers</source>
        <translation>
            <numerusform>Der %Ln ausgewählte Artikel</numerusform>
            <numerusform>Die %Ln ausgewählten Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>year:2020..2023 or words</source>
        <translation>year:2020..2023 oder Wörter</translation>
    </message>
    <message>
        <source>Search for the papers that are to move</source>
        <translation>Suche nach den Artikeln, die umziehen sollen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Move some papers from {} to</source>
        <translation>Einige Artikel verschieben von {} nach</translation>
    </message>
    <message>
        <source>Type the name of the tag they get.</source>
        <translation>Geben Sie den Namen des Schlagworts ein, das sie bekommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers with exactly this tag get {} instead.</source>
        <translation>
            <numerusform>%Ln Artikel mit genau diesem Schlagwort bekommt stattdessen {}.</numerusform>
            <numerusform>%Ln Artikel mit genau diesem Schlagwort bekommen stattdessen {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which of its papers move, in the language of the search field.</source>
        <translation>Sagen Sie in der Sprache des Suchfelds, welche seiner Artikel umziehen.</translation>
    </message>
    <message>
        <source>None of these papers has exactly this tag.</source>
        <translation>Keiner dieser Artikel hat genau dieses Schlagwort.</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel verschieben</numerusform>
            <numerusform>%Ln Artikel verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Suggestions</name>
    <message>
        <source>Create “{}”</source>
        <translation>„{}“ anlegen</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>{} entfernen</translation>
    </message>
</context>
<context>
    <name>_TagLine</name>
    <message>
        <source>Name of the tag</source>
        <translation>Name des Schlagworts</translation>
    </message>
</context>
<context>
    <name>_TouchedModel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>A paper that is not here now</source>
        <translation>Ein Artikel, der jetzt nicht hier ist</translation>
    </message>
    <message>
        <source>{} (not here now)</source>
        <translation>{} (jetzt nicht hier)</translation>
    </message>
    <message>
        <source>{} (in the trash)</source>
        <translation>{} (im Papierkorb)</translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln papers</source>
        <translation>
            <numerusform>etwa %Ln Artikel</numerusform>
            <numerusform>etwa %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Reading list</source>
        <translation>Leseliste</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lese ich</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
</context>
</TS>
