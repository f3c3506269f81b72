// Writes a greeting card; the wish is concatenated into the format of WriteLine, so that its braces are read as placeholders.
using System;
using System.ComponentModel;
using System.IO;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record Person(string Name, string HomeAddress, DateOnly Born);

    public class CardPlugin(Func<int, Person> people)
    {
        [KernelFunction, Description("Writes a greeting card to a person.")]
        public string WriteCard(int personId, [Description("The wish, plain text.")] string wish)
        {
            var person = people(personId);
            using var card = new StringWriter();
            card.WriteLine("Dear {0},", person.Name);
            card.WriteLine(wish + " And all the best in your year of {0}!", person.Born.Year, person.HomeAddress);
            return card.ToString();
        }
    }
}

namespace Fixed
{
    public sealed record Person(string Name, string HomeAddress, DateOnly Born);

    public class CardPlugin(Func<int, Person> people)
    {
        [KernelFunction, Description("Writes a greeting card to a person.")]
        public string WriteCard(int personId, [Description("The wish, plain text.")] string wish)
        {
            var person = people(personId);
            using var card = new StringWriter();
            card.WriteLine("Dear {0},", person.Name);
            card.WriteLine("{0} And all the best in your year of {1}!", wish, person.Born.Year);
            return card.ToString();
        }
    }
}
