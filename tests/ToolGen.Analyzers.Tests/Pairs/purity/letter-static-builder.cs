// Writes a letter into a static StringBuilder that is cleared first; two callers at once mix their letters.
using System;
using System.ComponentModel;
using System.Text;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IAddressBook { Task<string> AddressAsync(int person); }

    [McpServerToolType]
    public class LetterTools(IAddressBook book)
    {
        private static readonly StringBuilder Text = new(1024);

        [McpServerTool(Name = "write_letter"), Description("Writes a letter with address and greeting.")]
        public async Task<string> WriteAsync(int person, string name, string body)
        {
            Text.Clear();
            Text.AppendLine(await book.AddressAsync(person)).AppendLine();
            Text.Append("Dear ").Append(name).AppendLine(",").AppendLine();
            return Text.Append(body).ToString();
        }
    }
}

namespace Fixed
{
    public interface IAddressBook { Task<string> AddressAsync(int person); }

    [McpServerToolType]
    public class LetterTools(IAddressBook book)
    {
        [McpServerTool(Name = "write_letter"), Description("Writes a letter with address and greeting.")]
        public async Task<string> WriteAsync(int person, string name, string body)
        {
            var text = new StringBuilder(1024);
            text.AppendLine(await book.AddressAsync(person)).AppendLine();
            text.Append("Dear ").Append(name).AppendLine(",").AppendLine();
            return text.Append(body).ToString();
        }
    }
}
