using System.Globalization;
using System.Text;
using ToolGen.Forge.Specs;

namespace ToolGen.Benchmarks.Forging;

/// <summary>One function with three samples, as each way to make a tool takes it. Every number gives a text that nobody has compiled before.</summary>
internal static class ForgedFunction
{
    private const string Good = "GB82 WEST 1234 5698 7654 32", Bad = "GB82 WEST 1234 5698 7654 33", Short = "DE44";

    /// <summary>A spec.</summary>
    public static SpecInput Spec(int number) => new($"check_account_{Text(number)}.tool.json", Encoding.UTF8.GetBytes($$"""
        {
          "name": "check_account_{{Text(number)}}",
          "description": "Check the number of a bank account (IBAN): its length and its check digits.",
          "inputSchema": {
            "type": "object",
            "properties": { "iban": { "type": "string", "maxLength": 60, "pattern": "^[A-Z0-9 ]*$", "description": "Blanks are left out." } },
            "required": ["iban"]
          },
          "outputSchema": {
            "type": "object",
            "properties": { "valid": { "type": "boolean" }, "country": { "type": "string" }, "rest": { "type": "integer" } },
            "required": ["valid", "country", "rest"]
          },
          "implementation": {
            "kind": "code",
            "body": [
              "var text = input.Iban.Replace(\" \", \"\").ToUpperInvariant();",
              "if (text.Length < 15 || text.Length > 34) throw Fail(\"bad_length\", \"an account has 15 to 34 characters\");",
              "var rest = {{Text(number)}} - {{Text(number)}};",
              "foreach (var letter in text[4..] + text[..4])",
              "{",
              "    var value = char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;",
              "    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;",
              "}",
              "return new Output(rest == 1, text[..2], rest);"
            ]
          },
          "errors": { "bad_length": "it is too short or too long" },
          "examples": [
            { "input": { "iban": "{{Good}}" }, "output": { "valid": true, "country": "GB", "rest": 1 } },
            { "input": { "iban": "{{Bad}}" }, "output": { "valid": false, "country": "GB", "rest": 28 } },
            { "input": { "iban": "{{Short}}" }, "error": "bad_length" }
          ]
        }
        """));

    /// <summary>The arguments of its first sample.</summary>
    public static byte[] Arguments => Encoding.UTF8.GetBytes($$"""{"iban":"{{Good}}"}""");

    /// <summary>A program of one file for <c>dotnet run</c>, which ends with 0 where all samples pass.</summary>
    public static string Program(int number) => $$"""
        static (bool Valid, string Country, int Left) Check(string iban)
        {
            var text = iban.Replace(" ", "").ToUpperInvariant();
            if (text.Length < 15 || text.Length > 34) throw new ArgumentException("an account has 15 to 34 characters");
            var rest = {{Text(number)}} - {{Text(number)}};
            foreach (var letter in text[4..] + text[..4])
            {
                var value = char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;
                rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
            }

            return (rest == 1, text[..2], rest);
        }

        static bool Refuses(string iban)
        {
            try
            {
                Check(iban);
                return false;
            }
            catch (ArgumentException)
            {
                return true;
            }
        }

        return Check("{{Good}}") == (true, "GB", 1) && Check("{{Bad}}") == (false, "GB", 28) && Refuses("{{Short}}") ? 0 : 1;

        """;

    /// <summary>What the pattern of the seeds does: text becomes a function by <c>exec</c>, in a Python process that then tries it.</summary>
    public static string Python(int number) => $$""""
        source = """
        def check(iban):
            text = iban.replace(" ", "").upper()
            if not 15 <= len(text) <= 34:
                raise ValueError("an account has 15 to 34 characters")
            rest = {{Text(number)}} - {{Text(number)}}
            for letter in text[4:] + text[:4]:
                value = ord(letter) - 48 if letter in "0123456789" else ord(letter) - 55
                rest = (rest * (100 if value > 9 else 10) + value) % 97
            return {"valid": rest == 1, "country": text[:2], "rest": rest}
        """
        registry = {}
        exec(source, registry)
        check = registry["check"]
        assert check("{{Good}}") == {"valid": True, "country": "GB", "rest": 1}
        assert check("{{Bad}}") == {"valid": False, "country": "GB", "rest": 28}
        try:
            check("{{Short}}")
            raise SystemExit(1)
        except ValueError:
            pass

        """";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
