<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AbstractView</name>
    <message>
        <source>This paper has no abstract.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Add papers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a papers page, identifiers or links, and choose what becomes of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the clipboard for papers and add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the papers of a file: a saved papers page, JSON, JSON Lines or a conference list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the starter library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in 24 landmark papers with tags and notes, to look around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the papers of the list shown to a file: JSON, CSV or Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the library for papers that may be one, and merge them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a checked copy of the library into its folder of backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back, whatever it was; after a restart too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was undone last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every step, and go back or forward to any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window; everything is saved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the paper read, or unread again, and stay on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, next paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the paper read and go to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected papers the status unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected papers the status reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected papers the status read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected papers the status dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the paper, or take the star away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the selected papers; -name takes a tag away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the note of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rating away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected papers 1 of 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected papers 2 of 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected papers 3 of 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected papers 4 of 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected papers 5 of 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the paper to up next, or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected papers one place up in up next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected papers one place down in up next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the top of up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected papers to the top of up next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper&apos;s page in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper&apos;s PDF in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper&apos;s code repository in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy title and link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the titles and links of the selected papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge papers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one paper of the selected ones, chosen field by field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected papers to the trash; nothing of them is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the selected papers back into the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next paper of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous paper of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the abstract down; at its end go to the next unread paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the abstract back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the abstract up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the focus into the abstract of the paper, where the searched words are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next searched word of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the searched word before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the paper and the list from which you opened a similar paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles, abstracts, notes and everything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search, then go back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the focus into the next pane: sidebar, list, abstract, notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list Up next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list Unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list Reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list Read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list Starred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list All papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or unselect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the paper to the selection, or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next paper too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the previous paper too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every paper of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the sidebar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the notes beside the abstract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how many papers have which status, tag, year and so on, and choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system from light to dark and back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window in light colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window in dark colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colours, text size, keys, backups and when a paper counts as read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what came in, was read and was dropped, week by week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a tag, a saved search or a paper by a few letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every key and what it does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivitySheet</name>
    <message>
        <source>Reading activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers by week as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened here yet. Add papers, and mark them read as you read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You read %Ln papers in the last 4 weeks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You read none in the last 4 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>dropped %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} and {dropped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln are unread or begun.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{project}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>by %Ln weeks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} in all, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none read for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of {} within {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread or begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from added to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Week of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks from {}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>End of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be written: {}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddPapersSheet</name>
    <message>
        <source>Add papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a papers page, arXiv ids or links, DOIs, or lines “Title — Authors”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers page, arXiv ids or links, DOIs, or titles with authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln papers. All of it is read when you add it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of the new papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New papers are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to read. Copy a page, or type identifiers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines not understood</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places not understood</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: no papers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> (%Ln twice)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add all papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All checked are here already. Tags given above would be added.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>Nothing more is known of it yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Papers found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already here, {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The papers side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge paper {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this paper is one of those that are merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of paper {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: the furthest is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takeaway: the first is kept, others go into the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiers: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links: all are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: the first day is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {number} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>Looking for duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of papers that may be one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The papers side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one paper of them (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for papers that are one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No papers left that look like one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No papers look like one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {number} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifiers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Becomes one paper: {what}. Undo brings all of them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>same title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same title, another edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly the same abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same identifier or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly the same title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HighlightList</name>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>You are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet. Every change you make will stand here, and can be taken back, after a restart too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was before the oldest step that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Does %Ln steps again, up to this one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back %Ln steps, to be done again as long as you do nothing else.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Doing %Ln steps again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %Ln steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Filter by action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the action the keys it had at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key for {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are turned off, so {} does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does nothing here: it is asked for by {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} moves in every list, so no action can have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} clashes with a key of: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has gone to {} meanwhile. Put that back first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key with the focus here; a second letter within a second makes a sequence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>List of papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how many papers have which status, tag, year… and choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Order and density of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First author, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First author, Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue, Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest year first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earliest year first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last published first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First published first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest rating first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest rating first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up next from its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most interesting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least interesting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last trashed first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First trashed first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a papers page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reading list is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three ways to begin:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a page of papers in the browser, also arXiv or DOI links, and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library saved as JSON, a conference list, or a page saved as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the starter library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds 24 landmark papers with tags and notes. One undo takes them away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no papers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add some, or bring some back from the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add papers, or choose one you have read to read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are reading no paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a paper the status Reading to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper marked read moves here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper you give up moves here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper has a star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the papers you come back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is up next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the papers to read soon, in your order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers you delete wait here and can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is tagged “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop papers on the tag, or type its name in a paper&apos;s tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NarrowPopup</name>
    <message>
        <source>Narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter narrows · Ctrl+Enter stays here · Alt+Enter excludes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An abstract</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you think of it. Markdown, saved as you type.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes, highlights, details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is highlighted in this paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a paper to write about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes belong to one paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an action, a tag, a saved search or a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action, tag, saved search or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with &gt; for actions alone, with # for tags alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; actions alone   # tags alone   Enter opens   Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated {} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pdf</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Passage</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put everything of this page back as it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library in your own folder of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library to open at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual one. Open now: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Rating: {} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>added {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>Similar in your library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>A closing parenthesis without an opening one was ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of {0} characters is no list of papers: “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A merged paper takes what it has from the papers it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note can have {0} characters, this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick tag has a number from 1 to 9, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is not closed: searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rating is a number from 1 to 5, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of {0} ({1}) belongs to a row of {2} that is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag can have {0} characters, this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag cannot hold control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} to up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import is running, so another cannot be undone or done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another import into {0} is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has kept the library {0} busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back its newest sound backup with: readerapp --library {0} restore {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions, or copy it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the tags of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then restore a backup if needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the part with the papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each side of OR was read as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange the two dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the JSON text breaks; what follows was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings, {0} is {1}; it must be {2}. The default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not look like a title: “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is cut off: the text ends in the middle of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in force until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than {0} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no JSON ({0}{1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes two papers to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its backup is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words were not taken for a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {0} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a slip in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for duplicates again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {0} dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {0} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {0} reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {0} unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {0} papers into {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata snapshot of arXiv (JSON Lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another file for its backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name its format with --format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one by its number, DOI, arXiv id or citation key; see: readerapp search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one of its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the library file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper was recognised in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be published since {0} and until {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recognised in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these papers is no longer in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {0} characters were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {0} words were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parentheses more than {0} deep were ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the tag {0} on the key {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the rating of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the tag {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what can be read: readerapp formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: readerapp check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: readerapp formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select another one too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in readerapp itself. The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key from the tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} from up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takeaway of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text ends early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {0} cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {0} is damaged ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {0} would be damaged ({1}) and was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data of {0} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk failed while the library {0} was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be made: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {0} can be read but not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format {0} can be written but not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import ended unexpectedly; nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import failed; nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} can be read but not changed: its file or folder is write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be used: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} could not be brought up to date: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged ({1}). It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is of an older version and cannot be brought up to date: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} was written by a newer version of readerapp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s own backups are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index of notes does not match the notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index {0} does not match the papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting could not be written to {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings {0} are no text in UTF-8. The defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings {0} are not used: {1}. The defaults are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings {0} cannot be read: {1}. The defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag {0} cannot move below itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no paper “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left where the library {0} lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left where the library {0} lies: it can be read but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tag colour “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no title before this text: “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something after the end of the JSON text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address names no paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paper is no longer in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is no longer in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version knows nothing called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what removed it, then write the note again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown field “{0}”: searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstar {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update readerapp first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update readerapp to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update readerapp, then import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an interrupted import had brought is removed before another is undone or done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a year, a month or a day: 2023, 2023-01 or 2023-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of keys, such as [&quot;J&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table of actions with lists of keys, such as: next = [&quot;J&quot;, &quot;Ctrl+J&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conference list (paperlists JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identifiers, links and “Title — Authors” lines in any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>papers page (copied text or HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readerapp JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing what an earlier import left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Where it ends is not clear, so what follows was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read any further: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as JSON. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ends in the middle of its compressed data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} lines: too many for a list of papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder, not a library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is longer than {1} MB of HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is longer than {1} MB of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no JSON of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no list of papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a library of readerapp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not what it was when its import was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the library itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs more memory to decompress than there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the counts in {1} are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a newer version of readerapp (format {1}, this one reads {2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a newer version of readerapp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: knows {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: takes something like {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“OR” needs something on both sides: searched as a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” waits for a value, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was searched as words; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>words of the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conference or journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keywords that came with the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tag and all tags under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a paper has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a note of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link to code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link to its PDF, or the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year, or years from..to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your rating, 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it came into the library: the last days (7d, 2w, 3m, 1y), or a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when you last changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when you finished it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its arXiv id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number here, or any of its identifiers, or its citation key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a saved search of yours finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of the list; a minus before the word reverses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last added first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last changed first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last published first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by title, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by first author, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by venue, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest year first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest rating first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by how close it is to what you starred and rated, closest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last moved to the trash first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of these words, anywhere in a paper or in what you wrote about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these words one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>papers without it; a minus goes before anything, also before a field or a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either; each side of OR is taken whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every word that begins so, as the last word does while you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (also {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstract with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstract without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the saved search {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {} or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged exactly {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged {} or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a takeaway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without an abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} or before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>papers without a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, abstracts, notes…  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by word or meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be written, and what it finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, or as the system has it, at once when that changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact shows more papers at once, with one line for each title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window is written in, with its numbers and dates, when it is opened the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face of the abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serif letters suit long reading; sans-serif ones are those of the rest of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans-serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the letters of the abstract are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper counts as reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an unread paper becomes one you are reading. Each change can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a while before me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a paper must be before you, while the window is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper counts as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a paper you are reading becomes read. Each change can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that is opened when readerapp starts and none is named. The library open now stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is made on each day you use the library. Those of the last days are kept, so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the weeks before, one backup each is kept, so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn this off where a screen reader or dictation uses letters itself: then only keys with Ctrl or Alt, and keys such as F1, act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action, then press a key for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>Up next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet. Tag a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show. With Ctrl: and this. With Alt: without this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {papers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {papers}, {unread} unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarView</name>
    <message>
        <source>Lists, tags and saved searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusControl</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tag, another, -away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags to add; a minus before a name removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tag “{}” here to remove.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message numerus="yes">
        <source>Tag %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Reading list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything the program can do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A similar paper. Alt+Left goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unread paper follows in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the starter library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paper has no such link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {} in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is no web address and was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick tag key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Cap</name>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {} away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Completions</name>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_KeyRow</name>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Similar papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>because: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Suggestions</name>
    <message>
        <source>Create “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TouchedModel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A paper that is not here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (not here now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (in the trash)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln papers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Reading list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
