package org.contexture.chart;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing as a test sees it: parsed by the JDK's XML parser. */
record Drawn(Element root) {
    static Drawn alone(Chart chart) {
        return parsed(Svg.standalone(chart));
    }

    static Drawn parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            return new Drawn(document.getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + xml, e);
        }
    }

    /** Elements of this kind, or all of them ({@code *}), in their order. */
    static List<Element> elements(Element within, String kind) {
        NodeList found = within.getElementsByTagName(kind);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static Stream<Element> withClass(Element within, String name) {
        return elements(within, "*").stream()
                .filter(e ->
                        Arrays.asList(e.getAttribute("class").split(" ", -1)).contains(name));
    }

    List<Element> all(String name) {
        return withClass(root, name).toList();
    }

    int count(String name) {
        return all(name).size();
    }

    List<Element> in(Element within, String name) {
        return withClass(within, name).toList();
    }

    List<String> texts(String name) {
        return all(name).stream().map(Drawn::text).toList();
    }

    /** What is written, without what is told. */
    static String text(Element element) {
        return String.join(
                "",
                elements(element, "text").stream().map(Element::getTextContent).toList());
    }

    /** The tooltip of an element or of the group around it. */
    static String told(Element element) {
        List<Element> own = elements(element, "title");
        return own.isEmpty()
                ? elements((Element) element.getParentNode(), "title").get(0).getTextContent()
                : own.get(0).getTextContent();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
