// Imports a survey; the text's length is bounded, what its entities grow to is not.
using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SurveyPlugin
    {
        private const int MaxLength = 64 * 1024;

        [KernelFunction("import_survey"), Description("Imports a survey and tells its questions.")]
        public string ImportSurvey(string survey)
        {
            if (survey.Length > MaxLength) throw new KernelException("The survey is too long.");

            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, IgnoreComments = true, MaxCharactersFromEntities = long.MaxValue };
            using var reader = XmlReader.Create(new StringReader(survey), settings);
            reader.MoveToContent();
            return Describe((XElement)XNode.ReadFrom(reader));
        }

        private static string Describe(XElement root) => string.Join(Environment.NewLine, root.Descendants("question").Select((q, i) => $"{i + 1}. {q.Value}"));
    }
}

namespace Fixed
{
    public sealed class SurveyPlugin
    {
        private const int MaxLength = 64 * 1024;

        [KernelFunction("import_survey"), Description("Imports a survey and tells its questions.")]
        public string ImportSurvey(string survey)
        {
            if (survey.Length > MaxLength) throw new KernelException("The survey is too long.");

            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, MaxCharactersInDocument = MaxLength };
            using var reader = XmlReader.Create(new StringReader(survey), settings);
            reader.MoveToContent();
            return Describe((XElement)XNode.ReadFrom(reader));
        }

        private static string Describe(XElement root) => string.Join(Environment.NewLine, root.Descendants("question").Select((q, i) => $"{i + 1}. {q.Value}"));
    }
}
