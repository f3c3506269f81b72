// Says how old a person is and which fare holds; the day comes from the machine's clock, so equal calls differ.
using System;
using ToolGen;

namespace Vulnerable
{
    public static class FareTools
    {
        /// <summary>The fare for a traveller.</summary>
        /// <param name="birthday">The day of birth.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string FareFor(DateOnly birthday)
        {
            var today = DateOnly.FromDateTime(DateTime.Now);
            var age = today.Year - birthday.Year;
            if (birthday > today.AddYears(-age)) age--;
            return age switch { < 6 => "free", < 15 => "child", < 27 => "youth", _ => "adult" };
        }
    }
}

namespace Fixed
{
    public static class FareTools
    {
        /// <summary>The fare for a traveller.</summary>
        /// <param name="birthday">The day of birth.</param>
        /// <param name="travel">The day of the journey.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static string FareFor(DateOnly birthday, DateOnly travel)
        {
            var age = travel.Year - birthday.Year;
            if (birthday > travel.AddYears(-age)) age--;
            return age switch { < 6 => "free", < 15 => "child", < 27 => "youth", _ => "adult" };
        }
    }
}
