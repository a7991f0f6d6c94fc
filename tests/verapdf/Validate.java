import java.io.FileInputStream;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDFs to standards: the first argument names them with commas between, such as "ua1,3a",
 * the others are files. Prints a line for each broken rule of a file: standard, file and rule,
 * with tabs between. Ends with "done" and how many files were held to how many standards.
 */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    String[] standards = arguments[0].split(",");
    for (String standard : standards) {
      for (int at = 1; at < arguments.length; at++) {
        for (String rule : broken(arguments[at], PDFAFlavour.byFlavourId(standard))) {
          System.out.println(standard + "\t" + arguments[at] + "\t" + rule);
        }
      }
    }
    System.out.println("done\t" + (arguments.length - 1) + "\t" + standards.length);
  }

  private static TreeSet<String> broken(String file, PDFAFlavour standard) throws Exception {
    TreeSet<String> rules = new TreeSet<>();
    try (FileInputStream input = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(input, standard);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(standard, 1000, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      for (TestAssertion check : result.getTestAssertions()) {
        if (check.getStatus() != TestAssertion.Status.PASSED) {
          rules.add(check.getRuleId().getClause() + " " + check.getMessage().replaceAll("\\s+", " "));
        }
      }
      if (!result.isCompliant() && rules.isEmpty()) {
        rules.add("not compliant");
      }
    }
    return rules;
  }
}
