<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ActivitySheet</name>
    <message numerus="yes">
        <source>You read %Ln papers in the last 4 weeks</source>
        <translation>
            <numerusform>You read %Ln paper in the last 4 weeks</numerusform>
            <numerusform>You read %Ln papers in the last 4 weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dropped %Ln</source>
        <translation>
            <numerusform>dropped %Ln</numerusform>
            <numerusform>dropped %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came in</source>
        <translation>
            <numerusform>%Ln came in</numerusform>
            <numerusform>%Ln came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are unread or begun.</source>
        <translation>
            <numerusform>%Ln is unread or begun.</numerusform>
            <numerusform>%Ln are unread or begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %Ln weeks</source>
        <translation>
            <numerusform>by week</numerusform>
            <numerusform>by %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks from {}</source>
        <translation>
            <numerusform>%Ln week from {}</numerusform>
            <numerusform>%Ln weeks from {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddPapersSheet</name>
    <message numerus="yes">
        <source>%Ln lines not understood</source>
        <translation>
            <numerusform>%Ln line not understood</numerusform>
            <numerusform>%Ln lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places not understood</source>
        <translation>
            <numerusform>%Ln place not understood</numerusform>
            <numerusform>%Ln places not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, which are copied into the library</source>
        <translation>
            <numerusform>%Ln file, which is copied into the library</numerusform>
            <numerusform>%Ln files, which are copied into the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Below are the first %Ln papers</source>
        <translation>
            <numerusform>Below is the first paper</numerusform>
            <numerusform>Below are the first %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers so far</source>
        <translation>
            <numerusform>%Ln paper so far</numerusform>
            <numerusform>%Ln papers so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%Ln twice)</source>
        <translation>
            <numerusform> (%Ln twice)</numerusform>
            <numerusform> (%Ln twice)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln papers</source>
        <translation>
            <numerusform>Add %Ln paper</numerusform>
            <numerusform>Add %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln papers</source>
        <translation>
            <numerusform>Restore %Ln paper</numerusform>
            <numerusform>Restore %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %Ln papers</source>
        <translation>
            <numerusform>Complete %Ln paper</numerusform>
            <numerusform>Complete %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln papers</source>
        <translation>
            <numerusform>Update %Ln paper</numerusform>
            <numerusform>Update %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CiteSheet</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers could not be set in this style.</source>
        <translation>
            <numerusform>%Ln paper could not be set in this style.</numerusform>
            <numerusform>%Ln papers could not be set in this style.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln references</source>
        <translation>
            <numerusform>Copied %Ln reference</numerusform>
            <numerusform>Copied %Ln references</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message numerus="yes">
        <source>Copied %Ln references</source>
        <translation>
            <numerusform>Copied %Ln reference</numerusform>
            <numerusform>Copied %Ln references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Citing %Ln papers</source>
        <translation>
            <numerusform>Citing %Ln paper</numerusform>
            <numerusform>Citing %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be set in this style.</source>
        <translation>
            <numerusform>%Ln could not be set in this style.</numerusform>
            <numerusform>%Ln could not be set in this style.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteSheet</name>
    <message numerus="yes">
        <source>%Ln papers go for good</source>
        <translation>
            <numerusform>%Ln paper goes for good</numerusform>
            <numerusform>%Ln papers go for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a note</source>
        <translation>
            <numerusform>%Ln with a note</numerusform>
            <numerusform>%Ln with a note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with highlights</source>
        <translation>
            <numerusform>%Ln with highlights</numerusform>
            <numerusform>%Ln with highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a takeaway</source>
        <translation>
            <numerusform>%Ln with a takeaway</numerusform>
            <numerusform>%Ln with a takeaway</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with files</source>
        <translation>
            <numerusform>%Ln with files</numerusform>
            <numerusform>%Ln with files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged</source>
        <translation>
            <numerusform>%Ln tagged</numerusform>
            <numerusform>%Ln tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln papers</source>
        <translation>
            <numerusform>Delete %Ln paper</numerusform>
            <numerusform>Delete %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message numerus="yes">
        <source>What is typed here is given to all %Ln papers.</source>
        <translation>
            <numerusform>What is typed here is given to the paper.</numerusform>
            <numerusform>What is typed here is given to all %Ln papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message numerus="yes">
        <source>%Ln lines that are the same</source>
        <translation>
            <numerusform>%Ln line that is the same</numerusform>
            <numerusform>%Ln lines that are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln papers</source>
        <translation>
            <numerusform>Merge %Ln paper</numerusform>
            <numerusform>Merge %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifiers</source>
        <translation>
            <numerusform>%Ln identifier</numerusform>
            <numerusform>%Ln identifiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightsSheet</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message numerus="yes">
        <source>Does %Ln steps again, up to this one.</source>
        <translation>
            <numerusform>Does %Ln step again, up to this one.</numerusform>
            <numerusform>Does %Ln steps again, up to this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes back %Ln steps, to be done again as long as you do nothing else.</source>
        <translation>
            <numerusform>Takes back %Ln step, to be done again as long as you do nothing else.</numerusform>
            <numerusform>Takes back %Ln steps, to be done again as long as you do nothing else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Doing %Ln steps again</source>
        <translation>
            <numerusform>Doing %Ln step again</numerusform>
            <numerusform>Doing %Ln steps again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %Ln steps</source>
        <translation>
            <numerusform>Undoing %Ln step</numerusform>
            <numerusform>Undoing %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LivingFiles</name>
    <message numerus="yes">
        <source>{} and %Ln more</source>
        <translation>
            <numerusform>{} and %Ln more</numerusform>
            <numerusform>{} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LivingSheet</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownFolder</name>
    <message numerus="yes">
        <source>%Ln notes were changed here and in their files, which are kept as earlier versions.</source>
        <translation>
            <numerusform>%Ln note was changed here and in its file, which is kept as an earlier version.</numerusform>
            <numerusform>%Ln notes were changed here and in their files, which are kept as earlier versions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownFolderSheet</name>
    <message numerus="yes">
        <source>%Ln read back</source>
        <translation>
            <numerusform>%Ln read back</numerusform>
            <numerusform>%Ln read back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed on both sides</source>
        <translation>
            <numerusform>%Ln changed on both sides</numerusform>
            <numerusform>%Ln changed on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written</source>
        <translation>
            <numerusform>%Ln file written</numerusform>
            <numerusform>%Ln files written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in step already</source>
        <translation>
            <numerusform>%Ln in step already</numerusform>
            <numerusform>%Ln in step already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone or in part</source>
        <translation>
            <numerusform>%Ln left alone or in part</numerusform>
            <numerusform>%Ln left alone or in part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedAbstract</name>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeaningRow</name>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteLinks</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteVersionsSheet</name>
    <message numerus="yes">
        <source>+ %Ln lines</source>
        <translation>
            <numerusform>+ %Ln line</numerusform>
            <numerusform>+ %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %Ln lines</source>
        <translation>
            <numerusform>− %Ln line</numerusform>
            <numerusform>− %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%Ln earlier versions</source>
        <translation>
            <numerusform>%Ln earlier version</numerusform>
            <numerusform>%Ln earlier versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfReading</name>
    <message numerus="yes">
        <source>Attaching %Ln files</source>
        <translation>
            <numerusform>Attaching %Ln file</numerusform>
            <numerusform>Attaching %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights written to {}</source>
        <translation>
            <numerusform>%Ln highlight written to {}</numerusform>
            <numerusform>%Ln highlights written to {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found</source>
        <translation>
            <numerusform>%Ln not found</numerusform>
            <numerusform>%Ln not found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message numerus="yes">
        <source>This list: %Ln papers</source>
        <translation>
            <numerusform>This list: %Ln paper</numerusform>
            <numerusform>This list: %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message numerus="yes">
        <source>%Ln papers selected</source>
        <translation>
            <numerusform>%Ln paper selected</numerusform>
            <numerusform>%Ln papers selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln characters</source>
        <translation>
            <numerusform>Show all %Ln character</numerusform>
            <numerusform>Show all %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weeks ago</source>
        <translation>
            <numerusform>%Ln week ago</numerusform>
            <numerusform>%Ln weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} and %Ln more</numerusform>
            <numerusform>{names} and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln dropped</numerusform>
            <numerusform>%Ln dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left for another time.</source>
        <translation>
            <numerusform>%Ln is left for another time.</numerusform>
            <numerusform>%Ln are left for another time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers looked at</source>
        <translation>
            <numerusform>%Ln paper looked at</numerusform>
            <numerusform>%Ln papers looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message numerus="yes">
        <source>%Ln min left</source>
        <translation>
            <numerusform>%Ln min left</numerusform>
            <numerusform>%Ln min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionSummary</name>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers finished</source>
        <translation>
            <numerusform>%Ln paper finished</numerusform>
            <numerusform>%Ln papers finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln dropped</numerusform>
            <numerusform>%Ln dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged</source>
        <translation>
            <numerusform>%Ln tagged</numerusform>
            <numerusform>%Ln tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes written</source>
        <translation>
            <numerusform>%Ln note written</numerusform>
            <numerusform>%Ln notes written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <source>It goes through “{}” in its order: %Ln papers.</source>
        <translation>
            <numerusform>It goes through “{}” in its order: %Ln paper.</numerusform>
            <numerusform>It goes through “{}” in its order: %Ln papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It goes through up next in its order: %Ln papers.</source>
        <translation>
            <numerusform>It goes through up next in its order: %Ln paper.</numerusform>
            <numerusform>It goes through up next in its order: %Ln papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is up next, so it goes through what is unread in “{}”: %Ln papers.</source>
        <translation>
            <numerusform>Nothing is up next, so it goes through what is unread in “{}”: %Ln paper.</numerusform>
            <numerusform>Nothing is up next, so it goes through what is unread in “{}”: %Ln papers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message numerus="yes">
        <source>Tag %Ln papers</source>
        <translation>
            <numerusform>Tag %Ln paper</numerusform>
            <numerusform>Tag %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsSheet</name>
    <message numerus="yes">
        <source>On %Ln papers</source>
        <translation>
            <numerusform>On %Ln paper</numerusform>
            <numerusform>On %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksSheet</name>
    <message numerus="yes">
        <source>%Ln open tasks</source>
        <translation>
            <numerusform>%Ln open task</numerusform>
            <numerusform>%Ln open tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpNext</name>
    <message numerus="yes">
        <source>you finish about %Ln a week</source>
        <translation>
            <numerusform>you finish about %Ln a week</numerusform>
            <numerusform>you finish about %Ln a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you finish about %Ln a month</source>
        <translation>
            <numerusform>you finish about %Ln a month</numerusform>
            <numerusform>you finish about %Ln a month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>Copied the first {} of %Ln papers</source>
        <translation>
            <numerusform>Copied the first {} of %Ln paper</numerusform>
            <numerusform>Copied the first {} of %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the BibTeX of %Ln papers</source>
        <translation>
            <numerusform>Copied the BibTeX of %Ln paper</numerusform>
            <numerusform>Copied the BibTeX of %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln papers</source>
        <translation>
            <numerusform>Copied %Ln paper</numerusform>
            <numerusform>Copied %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags below</source>
        <translation>
            <numerusform>%Ln tag below</numerusform>
            <numerusform>%Ln tags below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete: %Ln papers lose it</source>
        <translation>
            <numerusform>Delete: %Ln paper loses it</numerusform>
            <numerusform>Delete: %Ln papers lose it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_CellDelegate</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_MergePage</name>
    <message numerus="yes">
        <source>Together they are %Ln.</source>
        <translation>
            <numerusform>Together it is %Ln.</numerusform>
            <numerusform>Together they are %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags below it move along.</source>
        <translation>
            <numerusform>%Ln tag below it moves along.</numerusform>
            <numerusform>%Ln tags below it move along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_SplitPage</name>
    <message numerus="yes">
        <source>The %Ln selected papers</source>
        <translation>
            <numerusform>The %Ln selected paper</numerusform>
            <numerusform>The %Ln selected papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln papers with exactly this tag get {} instead.</source>
        <translation>
            <numerusform>%Ln paper with exactly this tag gets {} instead.</numerusform>
            <numerusform>%Ln papers with exactly this tag get {} instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln papers</source>
        <translation>
            <numerusform>Move %Ln paper</numerusform>
            <numerusform>Move %Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_TouchedModel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message numerus="yes">
        <source>%Ln papers</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln papers</source>
        <translation>
            <numerusform>about %Ln paper</numerusform>
            <numerusform>about %Ln papers</numerusform>
        </translation>
    </message>
</context>
</TS>
