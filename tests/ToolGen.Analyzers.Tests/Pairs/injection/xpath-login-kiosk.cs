// Signs a visitor in at a kiosk's XML user list; name and PIN are formatted into the predicate of a compiled expression.
using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using System.Xml.XPath;
using ToolGen;

namespace Vulnerable
{
    public sealed class KioskTools(XDocument visitors)
    {
        /// <summary>Signs a visitor in with name and PIN, and returns the visitor's badge.</summary>
        [Tool(Destructive = false)]
        public string SignIn(string visitor, string pin)
        {
            if (pin.Length is < 4 or > 40) return "A PIN has four digits or more.";
            var expression = XPathExpression.Compile(Build(visitor.Trim(), pin.Trim()));
            var found = visitors.CreateNavigator().SelectSingleNode(expression);
            return found is null ? "Name or PIN is wrong." : "Badge " + found.GetAttribute("badge", "");

            static string Build(string visitor, string pin) => $"""/visitors/visitor[@name="{visitor}" and @pin="{pin}"]""";
        }
    }
}

namespace Fixed
{
    public sealed class KioskTools(XDocument visitors)
    {
        /// <summary>Signs a visitor in with name and PIN, and returns the visitor's badge.</summary>
        [Tool(Destructive = false)]
        public string SignIn(string visitor, string pin)
        {
            if (pin.Length is < 4 or > 40) return "A PIN has four digits or more.";
            var entry = visitors.Root!.Elements("visitor").FirstOrDefault(v => (string?)v.Attribute("name") == visitor.Trim());
            return entry is not null && Matches(entry, pin.Trim()) ? "Badge " + (string?)entry.Attribute("badge") : "Name or PIN is wrong.";
        }

        private static bool Matches(XElement entry, string pin)
        {
            var salt = Convert.FromBase64String((string)entry.Attribute("salt")!);
            var expected = Convert.FromBase64String((string)entry.Attribute("hash")!);
            var actual = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(pin), salt, 600_000, HashAlgorithmName.SHA256, expected.Length);
            return CryptographicOperations.FixedTimeEquals(expected, actual);
        }
    }
}
