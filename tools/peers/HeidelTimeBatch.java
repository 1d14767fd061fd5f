// Runs HeidelTime over the documents of a tab-separated list in one process, so that the Java machine
// and the tagger start once:  id TAB date-or-empty TAB text-file TAB output-file.
// A document without a date is read as a narrative, since HeidelTime refuses news without one.
//
//     java -cp HEIDELTIME.jar HeidelTimeBatch.java news|narratives CONFIG.props LIST

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

public class HeidelTimeBatch {
    static HeidelTimeStandalone tagger(DocumentType genre, String config) {
        return new HeidelTimeStandalone(
            Language.ENGLISH, genre, OutputType.TIMEML, config, POSTagger.TREETAGGER);
    }

    public static void main(String[] args) throws Exception {
        DocumentType genre = DocumentType.valueOf(args[0].toUpperCase());
        HeidelTimeStandalone tagger = tagger(genre, args[1]);
        SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            String[] field = line.split("\t", -1);
            boolean dated = !field[1].isEmpty();
            tagger.setDocumentType(dated ? genre : DocumentType.NARRATIVES);
            String text = Files.readString(Path.of(field[2]));
            String out = dated ? tagger.process(text, day.parse(field[1])) : tagger.process(text);
            Files.writeString(Path.of(field[3]), out);
        }
    }
}
