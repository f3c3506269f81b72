// Lists the dependencies of a project file; an XPathDocument is made over a reader that follows entities.
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.XPath;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IProjectReader
    {
        XPathNavigator Open(TextReader text);
    }

    public sealed class ProjectReader : IProjectReader
    {
        public XPathNavigator Open(TextReader text)
        {
            var reader = new XmlTextReader(text) { XmlResolver = new XmlUrlResolver() };
            return new XPathDocument(reader, XmlSpace.None).CreateNavigator();
        }
    }

    public sealed class DependencyPlugin(IProjectReader projects)
    {
        [KernelFunction("list_dependencies"), Description("Lists the packages that a project refers to.")]
        public List<string> ListDependencies(string project)
        {
            var navigator = projects.Open(new StringReader(project));
            return navigator.Select("//PackageReference/@Include").Cast<XPathNavigator>().Select(n => n.Value).Order().ToList();
        }
    }
}

namespace Fixed
{
    public interface IProjectReader
    {
        XPathNavigator Open(TextReader text);
    }

    public sealed class ProjectReader : IProjectReader
    {
        public XPathNavigator Open(TextReader text)
        {
            using var reader = XmlReader.Create(text);
            return new XPathDocument(reader, XmlSpace.None).CreateNavigator();
        }
    }

    public sealed class DependencyPlugin(IProjectReader projects)
    {
        [KernelFunction("list_dependencies"), Description("Lists the packages that a project refers to.")]
        public List<string> ListDependencies(string project)
        {
            var navigator = projects.Open(new StringReader(project));
            return navigator.Select("//PackageReference/@Include").Cast<XPathNavigator>().Select(n => n.Value).Order().ToList();
        }
    }
}
